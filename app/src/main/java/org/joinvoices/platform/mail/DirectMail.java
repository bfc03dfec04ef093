package org.joinvoices.platform.mail;

import java.time.InstantSource;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.joinvoices.platform.settings.Settings;

/**
 * Posts a single mail at once and says what came of it, for a capability that keeps a ledger of its
 * own; nothing is queued, nothing is tried again. Lines are kept open from mail to mail. For any
 * number of threads.
 */
public final class DirectMail implements AutoCloseable {

  private final SmtpPost post;
  private final Queue<SmtpLine> idle = new ConcurrentLinkedQueue<>();

  DirectMail(SmtpPost post) {
    this.post = post;
  }

  /** For a command beside the server: what comes back goes to the sender. */
  public static DirectMail by(Settings.Mail settings) {
    return new DirectMail(new SmtpPost(settings, null, InstantSource.system()));
  }

  /**
   * Posts the mail once.
   *
   * @param id makes the Message-ID and the return path, by which {@link BounceListener} hears of it
   */
  public Posted post(UUID id, OutgoingMail mail) {
    SmtpLine waiting = idle.poll();
    SmtpLine line = waiting == null ? post.line() : waiting;
    try {
      return line.post(id, mail);
    } finally {
      idle.add(line);
    }
  }

  @Override
  public void close() {
    for (var line = idle.poll(); line != null; line = idle.poll()) {
      line.close();
    }
  }
}
