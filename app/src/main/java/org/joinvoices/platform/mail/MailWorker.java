package org.joinvoices.platform.mail;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A crash between the server's yes and our commit repeats a mail, under the same
 * Message-ID: twice is better than never.
 */
final class MailWorker {

  private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

  /** At a time: well below the connections of the pool, and polite to a mail server. */
  private static final int TOGETHER = 8;

  private static final int ROUNDS = 50;

  /** The last one is repeated. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));

  /** Five days, as RFC 5321, section 4.5.4.1, asks of senders. */
  private static final int MOST_ATTEMPTS = PAUSES.size() + 9;

  private final MailStore store;
  private final SmtpPost post;
  private final Map<String, MailKind> kinds;

  MailWorker(MailStore store, SmtpPost post, List<MailKind> kinds) {
    this.store = store;
    this.post = post;
    this.kinds = kinds.stream().collect(toUnmodifiableMap(MailKind::name, kind -> kind));
  }

  /** Sends until nothing is due, at most {@value #ROUNDS} rounds. */
  void run() {
    for (int round = 0; round < ROUNDS; round++) {
      var mails = store.claim(TOGETHER);
      if (mails.isEmpty()) {
        return;
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        mails.forEach(mail -> threads.execute(() -> send(mail)));
      }
    }
  }

  /** The top of the work on one row: whatever fails, the row is decided. */
  private void send(QueuedMail mail) {
    try {
      compose(mail);
    } catch (RuntimeException e) {
      LOG.warn("mail {} of kind {} failed: {}", mail.id(), mail.kind(), e.getClass().getName());
      retryOrFail(mail, e.getClass().getSimpleName());
    }
  }

  private void compose(QueuedMail mail) {
    var kind = kinds.get(mail.kind());
    if (kind == null) {
      store.failed(mail, "unknown kind");
      return;
    }
    kind.compose(mail.scope(), mail.subject())
        .ifPresentOrElse(
            letter -> settle(mail, post.post(mail.id(), letter)), () -> store.dropped(mail));
  }

  private void settle(QueuedMail mail, Posted result) {
    switch (result) {
      case Posted.Accepted() -> store.sent(mail);
      case Posted.Refused(var code) -> store.failed(mail, code);
      case Posted.Unavailable(var code) -> retryOrFail(mail, code);
    }
  }

  private void retryOrFail(QueuedMail mail, String problem) {
    if (mail.attempts() >= MOST_ATTEMPTS) {
      store.failed(mail, problem);
    } else {
      store.retry(mail, PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1), problem);
    }
  }
}
