package org.joinvoices.signing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.switches.Standstill;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.signing.GroupCommit.Answer.Away;
import org.joinvoices.signing.GroupCommit.Answer.Done;
import org.joinvoices.signing.GroupCommit.Answer.Full;
import org.joinvoices.signing.GroupCommit.Answer.Impossible;
import org.joinvoices.signing.GroupCommit.Answer.Unclear;
import org.springframework.dao.DataAccessException;

/** The acts of a supporter: sign, confirm, refuse, choose a district, withdraw, erase. */
public final class Signing implements AutoCloseable {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Actions actions;
  private final Districts districts;
  private final StreetMatcher streets;
  private final CivicClock clock;
  private final Switchboard switches;
  private final Fingerprints fingerprints;
  private final SealedContact sealed;
  private final ShortCode codes;
  private final GroupCommit<PendingRow, IntakeWriter.Taken> intake;
  private final Confirmation confirmation;
  private final DistrictChoice choice;
  private final Ending ending;
  private final DataLinks dataLinks;

  /** As the other, with the mailbox rules that come with the program. */
  public Signing(
      DataSource dataSource,
      Vault vault,
      Actions actions,
      Districts districts,
      StreetMatcher streets,
      CivicClock clock,
      Switchboard switches) {
    this(dataSource, vault, actions, districts, streets, MailboxRules.shipped(), clock, switches);
  }

  /**
   * Starts the threads that store and count signatures; {@link #close} ends them.
   *
   * @param mailboxes the rules of the house
   */
  public Signing(
      DataSource dataSource,
      Vault vault,
      Actions actions,
      Districts districts,
      StreetMatcher streets,
      MailboxRules mailboxes,
      CivicClock clock,
      Switchboard switches) {
    this.actions = actions;
    this.districts = districts;
    this.streets = streets;
    this.clock = clock;
    this.switches = switches;
    this.fingerprints = Fingerprints.of(dataSource, vault, mailboxes);
    this.sealed = new SealedContact(vault);
    this.codes = new ShortCode(vault);
    this.intake = GroupCommit.start("intake", dataSource, new IntakeWriter()::write);
    this.confirmation = new Confirmation(dataSource, actions, clock);
    this.choice =
        new DistrictChoice(
            dataSource, new Rematch(dataSource, vault, districts, clock), districts, clock);
    this.ending = new Ending(dataSource, clock, sealed, fingerprints);
    this.dataLinks = new DataLinks(dataSource, clock, InstantSource.system());
  }

  /** As {@link #sign(SignRequest, Set)}, where nothing is unusual. */
  public SignOutcome sign(SignRequest request) {
    return sign(request, Set.of());
  }

  /**
   * Seals the request and stores it with its confirmation mail; returns after the commit.
   *
   * @param flags what was unusual about how it came
   */
  public SignOutcome sign(SignRequest request, Set<Flag> flags) {
    Optional<Standstill> paused = standstill(request.action());
    if (paused.isPresent()) {
      return counted(new SignOutcome.Paused(paused.get()));
    }
    SignOutcome outcome;
    try {
      outcome = store(request, flags);
    } catch (DataAccessException away) {
      outcome = new SignOutcome.Away(RETRY_AFTER);
    }
    return counted(outcome);
  }

  /** Says where the request would go if it were signed; stores nothing and mails nobody. */
  public Foreseen foresee(SignRequest request) {
    Optional<Standstill> paused = standstill(request.action());
    if (paused.isPresent()) {
      return new Foreseen.Nowhere(new SignOutcome.Paused(paused.get()));
    }
    try {
      return isOpen(actions.get(request.action()), clock.instant())
          ? new Foreseen.Offices(match(request))
          : new Foreseen.Nowhere(new SignOutcome.NotOpen());
    } catch (DataAccessException away) {
      return new Foreseen.Nowhere(new SignOutcome.Away(RETRY_AFTER));
    }
  }

  private boolean isOpen(Action action, Instant now) {
    return action.openAt(now) && !sealed.isOver(action.id());
  }

  private static SignOutcome counted(SignOutcome outcome) {
    Metrics.counter("joinvoices.signatures", "outcome", outcome.word()).increment();
    return outcome;
  }

  /** By the mailbox rules of this house. */
  Fingerprints fingerprints() {
    return fingerprints;
  }

  /**
   * Whether people paused signing on the letter, and so to say how long: for all letters, for this
   * one, or because pages are static. Confirming is never paused: a mailed link must not break.
   */
  public Optional<Standstill> standstill(ActionId action) {
    return switches.findSigning(action.value());
  }

  /** How many signatures wait for their commit. */
  int waiting() {
    return intake.waiting();
  }

  /**
   * @throws DataAccessException if the database does not answer; then nothing was stored
   */
  private SignOutcome store(SignRequest request, Set<Flag> flags) {
    Instant now = clock.instant();
    Action action = actions.get(request.action());
    if (!isOpen(action, now)) {
      return new SignOutcome.NotOpen();
    }
    if (!action.letter().mark().equals(request.letter())) {
      return letterChanged();
    }
    PendingRow row = Vault.lastingly(() -> row(request, flags, action, now));
    return switch (intake.commit(row)) {
      case Done(IntakeWriter.Taken.Stored(var id)) ->
          new SignOutcome.Signed(
              new SignatureKey(request.action(), new SignatureId(id)),
              row.match(),
              id.equals(row.key().signature().value()));
      case Done(IntakeWriter.Taken.Outdated()) -> letterChanged();
      case Full() -> new SignOutcome.Busy(RETRY_AFTER);
      case Away() -> new SignOutcome.Away(RETRY_AFTER);
      case Unclear() -> new SignOutcome.Unclear();
      case Impossible(var sqlState) ->
          throw new IllegalStateException("the database refuses a parsed form: " + sqlState);
    };
  }

  /** What was read of the letter moments ago is outdated, for whoever reads it next too. */
  private SignOutcome letterChanged() {
    actions.forget();
    return new SignOutcome.LetterChanged();
  }

  PendingRow row(SignRequest request, Set<Flag> flags, Action action, Instant now) {
    return row(request, flags, fingerprints.of(request), ConsentGiven.of(request, action), now);
  }

  PendingRow row(
      SignRequest request,
      Set<Flag> flags,
      Fingerprints.Of prints,
      List<ConsentGiven> consents,
      Instant now) {
    SignatureKey key =
        new SignatureKey(request.action(), new SignatureId(UuidCreator.getTimeOrderedEpoch(now)));
    return new PendingRow(
        key,
        request,
        match(request),
        prints,
        sealed.contact(key, request),
        sealed.ownWords(key, request),
        consents,
        flags,
        now);
  }

  /** Who signs the letter only is not matched: no office will hear of them. */
  private Match match(SignRequest request) {
    PostalAddress address = request.address();
    return request.act() == Act.SEND
        ? streets.match(address.street(), address.country(), clock.today())
        : new Match.Unmatched(Match.Reason.NO_ADDRESS, districts.release());
  }

  /**
   * Counts the signature; uniqueness by design decision D8. Returns after the commit.
   *
   * @throws DataAccessException if the database does not say so; to confirm again does no harm
   */
  public ConfirmOutcome confirm(SignatureKey key) {
    return confirmation.confirm(key);
  }

  /**
   * As {@link #confirm}, by the short code of the mail; case, spaces and hyphens in it do not
   * matter. After ten tries only the link works.
   */
  public ConfirmOutcome confirmByCode(SignatureKey key, String code) {
    return confirmation.countTry(key) && !sealed.isOver(key.action()) && codes.matches(key, code)
        ? confirmation.confirm(key)
        : new ConfirmOutcome.Unknown();
  }

  /**
   * "This was not me": blanks a pending signature, so that nothing of a person is left in it; the
   * mailbox is never mailed again by this house. Does nothing to one that was confirmed.
   *
   * @return true if it is refused now, by this call or an earlier one
   */
  public boolean refuse(SignatureKey key) {
    return ending.refuse(key);
  }

  /**
   * Settles an ambiguous match by the supporter's own choice, before or after confirming; where the
   * address tells of no district, any may be chosen. Before confirming it may be changed as often
   * as one likes.
   *
   * @return false if the seat cannot be chosen or messages already went out on another choice
   */
  public boolean chooseDistrict(SignatureKey key, Seat house) {
    return choice.choose(key, house);
  }

  /**
   * Settles the seats by where the supporter says to be right now, if that is where they live. The
   * point is used here and nowhere kept.
   *
   * @param metres how far off the point may be
   */
  public Settling locate(SignatureKey key, GeoPoint point, double metres) {
    return choice.byPoint(key, districts.match(point, metres, clock.today()));
  }

  /**
   * Settles the seats by the ZIP code of the home where the supporter votes, where that of the
   * address tells nothing.
   *
   * @param state USPS code, or empty text
   */
  public Settling settleByZip(SignatureKey key, String zip, String state) {
    return choice.byZip(key, districts.match(zip, state, "US", clock.today()));
  }

  /**
   * Takes the signature out of the count; undelivered messages are withdrawn, delivered ones cannot
   * be recalled.
   */
  public void withdraw(SignatureKey key) {
    ending.withdraw(key);
  }

  /**
   * Withdraws if need be and deletes everything sealed; the row's dates, seats and hashed log entry
   * stay.
   */
  public void erase(SignatureKey key) {
    ending.erase(key);
  }

  /**
   * Sends a fresh link to the signer's own mailbox, which opens all that is held about them: a
   * receipt may have been seen by others. Does nothing while an earlier link is good.
   */
  public void askForData(SignatureKey key) {
    dataLinks.ask(key);
  }

  /** Stores what is still waiting, then stops. */
  @Override
  public void close() {
    intake.close();
    confirmation.close();
  }
}
