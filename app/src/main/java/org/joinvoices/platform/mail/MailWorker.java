package org.joinvoices.platform.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A crash between the server's yes and our commit repeats a mail, under the same
 * Message-ID: twice is better than never.
 */
final class MailWorker {

  private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

  /** At a time: well below the connections of the pool, and polite to a mail server. */
  private static final int LINES = 8;

  private static final int CLAIM = 64;
  private static final int ROUNDS = 50;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** Five seconds doubled four times: while our server is away it is asked every 80 seconds. */
  private static final int MOST_DOUBLINGS = 4;

  private final MailStore store;
  private final SmtpPost post;
  private final MailDispatch dispatch;
  private final Pace pace;

  /**
   * To know who takes a mail it must be opened. Without a measure a backlog for one slow provider
   * would be opened whole, only to be given turns, and cost those who sign the processor.
   */
  private final Pace looks;

  private final InstantSource machine;
  private final InstantSource steady;

  private Instant awayUntil = Instant.EPOCH;
  private int timesAway;
  private volatile String lastAnswer = "";

  /**
   * @param pace of all mails together
   * @param looks at mails never looked at before
   * @param steady what paces and pauses go by
   */
  MailWorker(
      MailStore store,
      SmtpPost post,
      MailDispatch dispatch,
      Pace pace,
      Pace looks,
      InstantSource machine,
      InstantSource steady) {
    this.store = store;
    this.post = post;
    this.dispatch = dispatch;
    this.pace = pace;
    this.looks = looks;
    this.machine = machine;
    this.steady = steady;
  }

  /** Sends until nothing is due, the pace is reached or nothing can go out; bounded. */
  void run() {
    List<SmtpLine> lines = Stream.generate(post::line).limit(LINES).toList();
    try {
      for (int round = 0; round < ROUNDS && !steady.instant().isBefore(awayUntil); round++) {
        if (!round(lines)) {
          return;
        }
      }
    } finally {
      lines.forEach(SmtpLine::close);
    }
  }

  /** Whether there may be more. */
  private boolean round(List<SmtpLine> lines) {
    Instant now = steady.instant();
    int most = pace.ready(now, CLAIM);
    if (most == 0) {
      return false;
    }
    var mails =
        store.isPaused()
            ? store.claimOf(dispatch.goingWhilePaused(), most)
            : store.claim(most, looks.ready(now, most));
    mails.stream().filter(QueuedMail::isFresh).forEach(_ -> looks.take(now));
    var waiting = new ConcurrentLinkedQueue<>(mails);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lines.stream()
          .limit(mails.size())
          .forEach(line -> threads.execute(() -> sendAll(waiting, line)));
    }
    if (waiting.isEmpty()) {
      timesAway = 0;
    } else {
      pause(List.copyOf(waiting));
    }
    return !mails.isEmpty();
  }

  /** Leaves in the queue what it could not send because our server or our database is away. */
  private void sendAll(Queue<QueuedMail> waiting, SmtpLine line) {
    for (var mail = waiting.poll(); mail != null; mail = waiting.poll()) {
      var away = dispatch.send(mail, line);
      if (away.isPresent()) {
        lastAnswer = away.get().code();
        waiting.add(mail);
        return;
      }
    }
  }

  private void pause(List<QueuedMail> unsent) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(timesAway, MOST_DOUBLINGS));
    timesAway++;
    awayUntil = steady.instant().plus(pause);
    LOG.warn("no mail goes out ({}); tried again in {}", lastAnswer, pause);
    store.putBack(unsent, machine.instant().plus(pause), lastAnswer);
    dispatch.forgetTurns();
  }
}
