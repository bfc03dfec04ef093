package org.joinvoices.platform.mail;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.database.SharedWrites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Decides one claimed mail: composes it, waits for its turn, hands it over, settles its row. */
final class MailDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);

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
  private static final int MOST_RETRIES = PAUSES.size() + 8;

  private final MailStore store;
  private final SharedWrites<QueuedMail> sent;
  private final SharedWrites<MailStore.Turn> turns;
  private final Map<String, MailKind> kinds;
  private final Pace pace;
  private final int perSecondPerProvider;
  private final InstantSource machine;
  private final InstantSource steady;

  private volatile Providers providers;

  /**
   * @param pace of all mails together
   * @param steady what paces and turns go by
   */
  MailDispatch(
      MailStore store,
      List<MailKind> kinds,
      Pace pace,
      int perSecondPerProvider,
      InstantSource machine,
      InstantSource steady) {
    this.store = store;
    this.sent = new SharedWrites<>(store::sent);
    this.turns = new SharedWrites<>(store::giveTurns);
    this.kinds = kinds.stream().collect(toUnmodifiableMap(MailKind::name, kind -> kind));
    this.pace = pace;
    this.perSecondPerProvider = perSecondPerProvider;
    this.machine = machine;
    this.steady = steady;
    this.providers = new Providers(perSecondPerProvider);
  }

  /**
   * The top of the work on one row: whatever fails, the row is decided.
   *
   * @return that our server or our database is away, when it is not decided
   */
  Optional<Posted.Away> send(QueuedMail mail, SmtpLine line) {
    try {
      return compose(mail).flatMap(letter -> send(mail, letter, Provider.of(letter.to()), line));
    } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
      return Optional.of(new Posted.Away("our database is away"));
    } catch (RuntimeException e) {
      LOG.warn("mail {} of kind {} failed: {}", mail.id(), mail.kind(), e.getClass().getName());
      retryOrFail(mail, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Optional<OutgoingMail> compose(QueuedMail mail) {
    var kind = kinds.get(mail.kind());
    if (kind == null) {
      store.failed(mail, "unknown kind");
      return Optional.empty();
    }
    var letter = kind.compose(mail.scope(), mail.subject());
    if (letter.isEmpty()) {
      store.dropped(mail);
    }
    return letter;
  }

  private Optional<Posted.Away> send(
      QueuedMail mail, OutgoingMail letter, String provider, SmtpLine line) {
    Providers known = providers;
    boolean itsTurn = mail.turnFrom().filter(known.id()::equals).isPresent();
    Instant now = steady.instant();
    Optional<Instant> later = known.later(provider, itsTurn, now);
    if (later.isPresent()) {
      Instant turn = machine.instant().plus(Duration.between(now, later.get()));
      turns.write(new MailStore.Turn(mail, turn, known.id()));
      return Optional.empty();
    }
    pace.take(now);
    return settle(mail, provider, line.post(mail.id(), letter));
  }

  private Optional<Posted.Away> settle(QueuedMail mail, String provider, Posted result) {
    Metrics.counter("joinvoices.mail.attempts", "outcome", result.word()).increment();
    switch (result) {
      case Posted.Accepted() -> {
        providers.took(provider);
        sent.write(mail);
      }
      case Posted.Refused(var code) -> store.failed(mail, code);
      case Posted.Unavailable(var code) -> retryOrFail(mail, code);
      case Posted.SlowDown(var code) -> {
        providers.slowDown(provider, steady.instant());
        retryOrFail(mail, code);
      }
      // twice is better than never, and by its Message-ID it can be told
      case Posted.Unclear(var code) -> retryOrFail(mail, code);
      case Posted.Barred(var code) -> {
        return Optional.of(new Posted.Away(code));
      }
      case Posted.Away away -> {
        return Optional.of(away);
      }
    }
    return Optional.empty();
  }

  /** Names of the kinds that go while mails are paused. */
  List<String> goingWhilePaused() {
    return kinds.values().stream().filter(MailKind::goesWhilePaused).map(MailKind::name).toList();
  }

  /** After a halt the moments given before would come all at once. */
  void forgetTurns() {
    providers = new Providers(perSecondPerProvider);
  }

  private void retryOrFail(QueuedMail mail, String problem) {
    if (mail.attempts() < MOST_RETRIES) {
      store.retry(mail, PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1)), problem);
    } else {
      store.failed(mail, problem);
    }
  }
}
