package org.joinvoices.signing.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.action.LetterText;
import org.joinvoices.action.SeatText;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.retention.Retention;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.Approval;
import org.joinvoices.signing.CallScript;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.FormView;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.ShareLinks;

/**
 * The action page in one language at one moment.
 *
 * @param share how to pass the letter on
 * @param now civic time
 * @param geocoder whom we tell an address, if anybody
 * @param standstill what people paused
 * @param handedOver to whom it was given so far
 * @param answered by how many offices it was answered so far
 * @param approvals of its texts by its authors
 * @param partners who joined it as an organization
 * @param partner by whose link the reader comes
 * @param preview what the form would send, for whoever asked
 */
public record ActionView(
    Frame frame,
    Words words,
    Action action,
    ShareLinks share,
    Count count,
    Instant now,
    FormView form,
    Optional<String> geocoder,
    StandstillView standstill,
    List<HandedOver> handedOver,
    Optional<Answered> answered,
    List<Approval> approvals,
    List<Partner> partners,
    Optional<Partner> partner,
    Optional<PreviewView> preview) {

  public ActionView {
    handedOver = List.copyOf(handedOver);
    approvals = List.copyOf(approvals);
    partners = List.copyOf(partners);
  }

  /** The letter in the page's language. */
  public LetterText text() {
    return action.letter().in(words.language());
  }

  /** The wording messages to Congress are sent in, whatever language one reads or signs in. */
  public LetterText sentText() {
    return action.letter().in(action.defaultLanguage());
  }

  /** What anybody can say who calls; empty for a letter that does not write to Congress. */
  public Optional<CallScript> call() {
    return CallScript.of(action, words.language());
  }

  /** Where one finds who represents them. */
  public String legislatorsPath() {
    return Frames.home(words.language()) + "/legislators";
  }

  /** A message for one seat, in the wording it is sent in and in the reader's. */
  public record OwnMessage(String label, OfficeMessage sent, OfficeMessage translated) {}

  /** Messages for seats that need words of their own, as long as they are sent. */
  public List<OwnMessage> ownMessages() {
    LocalDate today = LocalDate.ofInstant(now, CivicClock.CONGRESS);
    return sentText().toSeats().stream()
        .filter(own -> own.isFor(own.seat(), today))
        .map(this::ownMessage)
        .toList();
  }

  private OwnMessage ownMessage(SeatText own) {
    String seat = SeatNames.of(own.seat(), words.language());
    String label =
        own.before()
            .map(
                day ->
                    words.get(
                        "action.recipients.seat.before", seat, own.seat(), formats().date(day)))
            .orElseGet(() -> words.get("action.recipients.seat", seat, own.seat()));
    LocalDate today = LocalDate.ofInstant(now, CivicClock.CONGRESS);
    return new OwnMessage(
        label,
        OfficeMessage.sample(sentText(), own.text()),
        new OfficeMessage(text().subject(), text().to(own.seat(), today), Optional.empty()));
  }

  public boolean isTranslated() {
    return !text().language().equals(sentText().language());
  }

  public String sentLanguage() {
    return formats().language(sentText().language());
  }

  public boolean isOriginal() {
    return text().language().equals(action.originalLanguage());
  }

  public String originalLanguage() {
    return formats().language(action.originalLanguage());
  }

  /**
   * How far the text has come with its authors; what they approved by their own link goes first.
   */
  public String status() {
    return approvals.stream()
        .filter(approval -> approval.isOf(text()))
        .findFirst()
        .map(
            approval ->
                words.get("action.approved", formats().date(zoned(approval.at()).toLocalDate())))
        .orElseGet(() -> words.get("action.status." + text().status().word()));
  }

  /** Where the page lives in the reader's language. */
  public String path() {
    return action.path(words.language());
  }

  /** The picture that other sites show beside a link; other words are another address. */
  public String picture() {
    return share.address() + "/picture.png?letter=" + action.letter().mark().shown();
  }

  /** Where one reads who answered, demand by demand. */
  public String answersPath() {
    return path() + "/answers";
  }

  /** That offices answered, as far as is recorded. */
  public Optional<String> answeredNote() {
    return answered.map(
        one -> words.get("action.answered", one.offices(), formats().date(one.latest())));
  }

  public String privacyPath() {
    return PrivacyController.path(action, words.language());
  }

  public String keepsContact() {
    return PrivacyView.contact(words, action);
  }

  public String forgets() {
    return words.get("action.data.forget", Retention.BACKUPS.toDays());
  }

  public long backupDays() {
    return Retention.BACKUPS.toDays();
  }

  public Formats formats() {
    return words.formats();
  }

  public boolean isOpen() {
    return action.openAt(now);
  }

  /** Whether the form is there: while people paused signing only for whoever brings it filled. */
  public boolean isOffered() {
    return isOpen() && (!standstill.isClosed() || form.isBrought() || preview.isPresent());
  }

  /** A key of a text, or of its like in a letter that is only signed. */
  public String key(String key) {
    return key(action, key);
  }

  static String key(Action action, String key) {
    return action.writesToCongress() ? key : key + ".only";
  }

  /** Why nobody can join now; meaningless while the letter is open. */
  public FormView.Notice closedNotice() {
    boolean early = now.isBefore(action.opens());
    String key = early ? "action.not_open" : "action.closed";
    Instant turn = early ? action.opens() : action.closes();
    return new FormView.Notice(
        words.get(key), words.get(key + ".note", formats().moment(zoned(turn))));
  }

  /** When it was first there to be joined. */
  public String letterDate() {
    return words.get("action.letter.date", formats().date(zoned(action.opens()).toLocalDate()));
  }

  /** Languages of the letter's other texts. */
  public List<String> otherTexts() {
    return action.letter().languages().stream()
        .filter(language -> !language.equals(text().language()))
        .toList();
  }

  public boolean isBeforeDeadline() {
    return now.isBefore(action.deadline().toInstant());
  }

  public String deadline() {
    return formats().moment(action.deadline());
  }

  /** Time to the deadline in words: whole days until the last two, then hours. */
  public String timeLeft() {
    Duration left = Duration.between(now, action.deadline().toInstant());
    long hours = left.toHours();
    if (hours >= 48) {
      return words.get("action.left.days", left.toDays());
    }
    if (hours >= 26) {
      return words.get("action.left.day", hours - 24);
    }
    return hours >= 2 ? words.get("action.left.hours", hours) : words.get("action.left.hour");
  }

  public String joined() {
    return words.get("action.joined.count", count.confirmed());
  }

  /** To the minute, so that the page stays the same page for a while. */
  public String countedAt() {
    return formats().time(zoned(count.asOf()));
  }

  /** Said where the numbers stay as they were at some moment; empty text where they do not. */
  public String frozen() {
    return standstill.areCountsFrozen()
        ? words.get("action.joined.frozen", formats().moment(zoned(count.asOf())))
        : "";
  }

  public long progress() {
    return Math.min(count.confirmed(), action.goal());
  }

  public LocalDate dayZero() {
    return action.deadline().toLocalDate();
  }

  /** Whom the letter is handed to: at its deadline, and after it whoever holds the office now. */
  public List<Addressee> addressees() {
    Instant handedOver = action.deadline().toInstant().minusSeconds(1);
    Instant day = now.isAfter(handedOver) ? now : handedOver;
    return action.addressees().stream().filter(one -> one.validAt(day)).toList();
  }

  /** Whom it was given to and when, in words. */
  public record HandOverLine(String name, String when) {}

  /** Said beside the title; none while the letter is open and nothing is in its way. */
  public List<Standing> standing() {
    return Stream.of(delivered(), notOffered()).flatMap(Optional::stream).toList();
  }

  private Optional<Standing> delivered() {
    return handOvers().stream()
        .findFirst()
        .map(
            first ->
                new Standing(
                    "good",
                    words.get("action.delivered"),
                    words.get(
                        "action.delivered.note",
                        first.when(),
                        formats().date(action.responseDue())),
                    "recipients"));
  }

  private Optional<Standing> notOffered() {
    if (!isOpen()) {
      String key =
          now.isBefore(action.opens()) ? "action.standing.not_open" : "action.standing.closed";
      return Optional.of(new Standing("plain", words.get(key), closedNotice().note(), "sign"));
    }
    return standstill.isClosed()
        ? Optional.of(
            new Standing(
                "wait",
                words.get("action.standing.paused"),
                words.get("action.standing.paused.note"),
                "sign"))
        : Optional.empty();
  }

  /** What follows for a letter that cannot be joined any more. */
  public List<String> next() {
    return Stream.of(
            delivered().isEmpty() && !isBeforeDeadline() ? handOverNote() : "",
            delivered().map(Standing::note).orElse(""),
            delivered().isEmpty()
                ? words.get("action.next.answer", formats().date(action.responseDue()))
                : "")
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The hand-overs that are recorded, the first of them first. */
  public List<HandOverLine> handOvers() {
    return handedOver.stream()
        .flatMap(
            one ->
                action.addressees().stream()
                    .filter(addressee -> addressee.id().equals(one.addressee()))
                    .map(
                        addressee ->
                            new HandOverLine(
                                addressee.name(), formats().date(zoned(one.at()).toLocalDate()))))
        .toList();
  }

  /** What is to be said of handing over; never that it was done where nothing is recorded. */
  public String handOverNote() {
    if (!handedOver.isEmpty()) {
      return words.get("action.handed.lead");
    }
    return words.get(
        isBeforeDeadline() ? "action.recipients.letter.note" : "action.recipients.letter.note.open",
        deadline());
  }

  private ZonedDateTime zoned(Instant instant) {
    return instant.atZone(action.deadline().getZone());
  }
}
