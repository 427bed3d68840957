package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;

/** As much HTTP as a stub needs. */
final class StubHttp {
  private StubHttp() {}

  static void write(Socket client, String body) throws IOException {
    write(client, "200 OK", body);
  }

  static void write(Socket client, String status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head = "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: ";
    client.getOutputStream().write((head + bytes.length + "\r\n\r\n" + body).getBytes(UTF_8));
  }

  /** The body of a request whose first line is read. */
  static String body(InputStream in) throws IOException {
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).trim());
      }
    }
    return new String(in.readNBytes(length), UTF_8);
  }

  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().trim();
  }
}
