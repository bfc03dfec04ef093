package org.joinvoices.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says to a server exactly these bytes, one per character, which no HTTP client would. */
final class Wire {

  /** Longer than any answer takes; the server waits for more than came for 20 s. */
  private static final int PATIENCE = 10_000;

  /**
   * One answer, as it came.
   *
   * @param head its first line and headers; empty where the server only hung up
   */
  record Answer(String head, String body) {

    private static final String HEAD_END = "\r\n\r\n";

    /** Leaves out that it was told to go on (100). */
    static Answer of(String all) {
      String said = all.replaceFirst("^HTTP/1\\.1 100 *\r\n\r\n", "");
      int end = said.indexOf(HEAD_END);
      return end < 0
          ? new Answer(said, "")
          : new Answer(said.substring(0, end), said.substring(end + HEAD_END.length()));
    }

    boolean isHttp() {
      return head.startsWith("HTTP/1.1 ");
    }

    /** 0 where there is none. */
    int status() {
      return isHttp() ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    List<String> all(String header) {
      String start = header.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    Optional<String> first(String header) {
      return all(header).stream().findFirst();
    }
  }

  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /** Everything that comes back until the server hangs up. */
  Answer say(String bytes) {
    try (var socket = open()) {
      sendAll(socket, bytes);
      return Answer.of(hear(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says it and leaves the rest unsaid, until the socket is closed. */
  Socket begin(String bytes) {
    try {
      var socket = open();
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket open() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  /** The server may have heard enough before the end. */
  private static void sendAll(Socket socket, String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.shutdownOutput();
    } catch (IOException heardEnough) {
      // What it answered is still to be read.
    }
  }

  private static String hear(Socket socket) throws IOException {
    var heard = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(heard);
    } catch (SocketTimeoutException e) {
      throw new IOException("no end of the answer within " + PATIENCE + " ms", e);
    } catch (IOException brokenOff) {
      // So it hung up while we still spoke.
    }
    return heard.toString(ISO_8859_1);
  }
}
