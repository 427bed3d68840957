package cn.gridcase.bench;

import java.io.IOException;

/** A client of the callback. */
record Callers(Caller caller) implements Clients.Client<byte[]> {
  static Clients.Opening<byte[]> of(BenchService service) {
    return () -> new Callers(new Caller(service.port()));
  }

  @Override
  public void take(byte[] request) throws IOException {
    if (caller.call(request) == 0) {
      throw new IOException("an empty answer");
    }
  }

  @Override
  public void close() throws IOException {
    caller.close();
  }
}
