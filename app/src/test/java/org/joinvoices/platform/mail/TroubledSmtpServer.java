package org.joinvoices.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.joinvoices.platform.settings.Settings;
import org.jspecify.annotations.Nullable;

/** An SMTP server on a real socket that misbehaves on command, once for each command. */
public final class TroubledSmtpServer implements AutoCloseable {

  /** What may go wrong with the next mail. */
  public enum Trouble {
    /** {@code REPLY} to MAIL FROM. */
    AT_SENDER,
    /** {@code REPLY} to RCPT TO. */
    AT_RECIPIENT,
    /** {@code REPLY} to the end of the mail. */
    AT_END,
    /** The line breaks while the mail is under way. */
    BREAKS_WITHIN,
    /** The line breaks after the end of the mail, which is kept or not. */
    BREAKS_AFTER_KEEPING,
    BREAKS_AFTER_LOSING,
    /** The line breaks before MAIL FROM is answered. */
    BREAKS_BEFORE
  }

  private record Next(Trouble trouble, String reply) {}

  private final ServerSocket socket;
  private final Queue<Next> next = new ConcurrentLinkedQueue<>();
  private final Queue<String> kept = new ConcurrentLinkedQueue<>();
  private final Queue<String> senders = new ConcurrentLinkedQueue<>();
  private volatile boolean knowsUs = true;

  public TroubledSmtpServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public void next(Trouble trouble, String reply) {
    next.add(new Next(trouble, reply));
  }

  /** From now on our login is refused. */
  public void forgetsUs() {
    knowsUs = false;
  }

  /** The mails it has taken, as they came. */
  public List<String> kept() {
    return List.copyOf(kept);
  }

  /** Envelope senders, of mails refused later, too. */
  public List<String> senders() {
    return List.copyOf(senders);
  }

  /** The house's own way to this server. */
  public DirectMail directMail() {
    return new DirectMail(new SmtpPost(settings(), null, InstantSource.system()));
  }

  public Settings.Mail settings() {
    return settings("House <letters@house.example>", null);
  }

  public Settings.Mail settings(String from, Settings.@Nullable Dkim dkim) {
    return new Settings.Mail(
        "127.0.0.1",
        socket.getLocalPort(),
        from,
        "house",
        "sample-password",
        false,
        dkim,
        100,
        100,
        null);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        Thread.ofVirtual().start(() -> talk(line));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void talk(Socket line) {
    try (line) {
      new Talk(line).run();
    } catch (IOException e) {
      // the other side left
    }
  }

  private final class Talk {

    private final Socket line;
    private final BufferedReader in;
    private @Nullable Next trouble;

    Talk(Socket line) throws IOException {
      this.line = line;
      this.in = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
    }

    void run() throws IOException {
      say("220 troubled.example ESMTP");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        if (!answered(said.toUpperCase(Locale.ROOT), said)) {
          return;
        }
      }
    }

    /** Whether the line still stands. */
    private boolean answered(String command, String said) throws IOException {
      if (command.startsWith("EHLO")) {
        say("250-troubled.example\r\n250 AUTH PLAIN");
      } else if (command.startsWith("AUTH")) {
        say(knowsUs ? "235 2.7.0 welcome" : "535 5.7.8 who is house");
      } else if (command.startsWith("MAIL FROM")) {
        senders.add(said.replaceAll("^[^<]*<|>.*$", ""));
        trouble = next.poll();
        if (isTrouble(Trouble.BREAKS_BEFORE)) {
          return false;
        }
        say(isTrouble(Trouble.AT_SENDER) ? reply() : "250 2.1.0 fine");
      } else if (command.startsWith("RCPT TO")) {
        say(isTrouble(Trouble.AT_RECIPIENT) ? reply() : "250 2.1.5 fine");
      } else if (command.startsWith("DATA")) {
        say("354 go on");
        return taken();
      } else {
        say(command.startsWith("QUIT") ? "221 bye" : "250 2.0.0 fine");
      }
      return true;
    }

    private boolean taken() throws IOException {
      var mail = new StringBuilder();
      for (String said = in.readLine(); said != null && !said.equals("."); said = in.readLine()) {
        if (isTrouble(Trouble.BREAKS_WITHIN)) {
          line.setSoLinger(true, 0);
          return false;
        }
        mail.append(said.startsWith(".") ? said.substring(1) : said).append("\r\n");
      }
      if (isTrouble(Trouble.BREAKS_AFTER_LOSING)) {
        return false;
      }
      if (isTrouble(Trouble.AT_END)) {
        say(reply());
        return true;
      }
      kept.add(mail.toString());
      if (isTrouble(Trouble.BREAKS_AFTER_KEEPING)) {
        return false;
      }
      say("250 2.0.0 taken");
      return true;
    }

    private boolean isTrouble(Trouble which) {
      return trouble != null && trouble.trouble() == which;
    }

    private String reply() {
      return trouble == null ? "" : trouble.reply();
    }

    private void say(String reply) throws IOException {
      line.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
      line.getOutputStream().flush();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
