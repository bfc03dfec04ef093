package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks one server over one connection; a broken one is opened anew and counted as a failure. */
final class HttpWorker implements Load.Worker {

  private final int port;
  private final int expected;
  private final Supplier<Optional<byte[]>> requests;
  private KeptConnection connection;

  /**
   * @param expected status of an answer that counts
   * @param requests whole requests; empty when there are no more
   */
  HttpWorker(int port, int expected, Supplier<Optional<byte[]>> requests) throws IOException {
    this.port = port;
    this.expected = expected;
    this.requests = requests;
    this.connection = new KeptConnection(port);
  }

  /** As a browser asks. */
  static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
        .getBytes(UTF_8);
  }

  /** A form that is sent. */
  static byte[] post(String path, String form) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
            + "\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form)
        .getBytes(UTF_8);
  }

  @Override
  public Optional<Boolean> once() throws IOException {
    Optional<byte[]> request = requests.get();
    return request.isPresent() ? Optional.of(isExpected(request.get())) : Optional.empty();
  }

  private boolean isExpected(byte[] request) throws IOException {
    try {
      return connection.exchange(request) == expected;
    } catch (IOException broken) {
      connection.close();
      connection = new KeptConnection(port);
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
