package cn.gridcase.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of the embedded database: free, and the same at every start when possible. */
record LoopbackPort(Path file) {
  static LoopbackPort keptIn(Path data) {
    return new LoopbackPort(data.resolve("postgres.port"));
  }

  int pick() throws IOException {
    int port = firstFree(kept());
    Files.writeString(file, port + "\n");
    return port;
  }

  int kept() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file).strip();
    return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
  }

  private static int firstFree(int wanted) throws IOException {
    try {
      return bound(wanted);
    } catch (IOException | IllegalArgumentException taken) {
      return bound(0);
    }
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
