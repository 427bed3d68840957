package cn.gridcase.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of the loopback that is free now. */
final class FreePort {
  private FreePort() {}

  /** That port if it is free, else any. */
  static int preferring(int port) {
    try {
      return tried(port);
    } catch (IOException taken) {
      try {
        return tried(0);
      } catch (IOException e) {
        throw new UncheckedIOException("no free port", e);
      }
    }
  }

  private static int tried(int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
