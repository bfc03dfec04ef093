package org.joinvoices.accountability.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joinvoices.accountability.Responder;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.action.Demand;
import org.joinvoices.action.LetterText;
import org.joinvoices.platform.cells.SmallCells;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.HandedOver;

/**
 * What was sent and what came back, in words: as much as is recorded, and no more.
 *
 * @param responses all that are on record, withdrawn ones too
 * @param reached offices in Congress that took messages
 * @param now civic time
 */
public record AnswerBoard(
    Words words,
    Action action,
    List<Response> responses,
    List<HandedOver> handedOver,
    long reached,
    Instant now) {

  /**
   * Where the response clock stands.
   *
   * @param big in a few words
   * @param day for the bar, from 0 to the last
   */
  public record Clock(String big, String small, long day) {}

  /**
   * One demand of the letter.
   *
   * @param answers to it, the first of them first
   */
  public record DemandLine(int number, String text, List<Line> answers) {
    public DemandLine {
      answers = List.copyOf(answers);
    }
  }

  /**
   * What one office said.
   *
   * @param look of the stance: good, wait, bad or plain
   * @param said when, in words
   * @param quote in the words of the office
   * @param language of the quote
   * @param version that it answers another version of the letter; empty text if it does not
   * @param link where it can be read; its text names the site
   * @param file that shows it
   */
  public record Line(
      String name,
      String office,
      String stance,
      String look,
      String said,
      String quote,
      String language,
      String version,
      Optional<Link> link,
      Optional<Link> file) {}

  /** An address and what is written on it. */
  public record Link(String address, String text) {}

  /** A record that was taken off. */
  public record Off(String what, String why) {}

  public AnswerBoard {
    responses = List.copyOf(responses);
    handedOver = List.copyOf(handedOver);
  }

  public LetterText text() {
    return action.letter().in(words.language());
  }

  public String path() {
    return AnswerPaths.of(action, words.language());
  }

  private Formats formats() {
    return words.formats();
  }

  private ZoneId zone() {
    return action.deadline().getZone();
  }

  // The clock

  public Clock clock() {
    LocalDate zero = action.deadline().toLocalDate();
    String due = formats().date(action.responseDue());
    int days = action.responseDays();
    if (now.isBefore(action.deadline().toInstant())) {
      return new Clock(
          words.get("answers.clock.before", formats().date(zero)),
          words.get("answers.clock.before.note", days, due),
          0);
    }
    long day = ChronoUnit.DAYS.between(zero, LocalDate.ofInstant(now, zone()));
    return day <= days
        ? new Clock(
            words.get("answers.clock.day", day, days),
            words.get("answers.clock.day.note", due),
            day)
        : new Clock(
            words.get("answers.clock.over", days), words.get("answers.clock.over.note", due), days);
  }

  // Who answered

  private List<Response> standing() {
    return responses.stream().filter(Response::stands).toList();
  }

  private Set<Responder> offices(boolean answered) {
    return standing().stream()
        .filter(one -> !answered || one.isAnswer())
        .map(Response::from)
        .collect(Collectors.toSet());
  }

  /** Offices that said more than that the letter arrived. */
  public int answered() {
    return offices(true).size();
  }

  private int acknowledged() {
    return offices(false).size() - answered();
  }

  /** How many answered, as a sentence; who only acknowledged is told apart. */
  public String answeredNote() {
    String answered = words.get("answers.offices.count", answered());
    return acknowledged() == 0
        ? answered
        : answered + " " + words.get("answers.acknowledged", acknowledged());
  }

  /** Demands to which at least one office said more than that the letter arrived. */
  public long demandsAnswered() {
    return text().demands().stream()
        .filter(
            demand ->
                standing().stream()
                    .map(one -> Optional.ofNullable(one.stances().get(demand.number())))
                    .anyMatch(stance -> stance.filter(ResponseStance::isAnswer).isPresent()))
        .count();
  }

  public List<DemandLine> demands() {
    return text().demands().stream().map(this::line).toList();
  }

  private DemandLine line(Demand demand) {
    return new DemandLine(demand.number(), demand.text(), answersTo(demand.number()));
  }

  /** Answers to the letter as a whole. */
  public List<Line> whole() {
    return answersTo(Response.WHOLE);
  }

  private List<Line> answersTo(int demand) {
    return standing().stream()
        .filter(one -> one.stances().containsKey(demand))
        .map(one -> line(one, one.stances().getOrDefault(demand, ResponseStance.NO_POSITION)))
        .toList();
  }

  private Line line(Response one, ResponseStance stance) {
    return new Line(
        one.name(action),
        one.office(action, words.language()),
        stance(stance),
        look(stance),
        formats().date(one.saidOn()),
        one.words(),
        one.language(),
        one.letterVersion() == action.letter().number()
            ? ""
            : words.get("answers.version", one.letterVersion()),
        one.link().map(link -> new Link(link, words.get("answers.link", host(link)))),
        one.file()
            .map(
                file ->
                    new Link(
                        AnswerPaths.evidence(action, one.id()),
                        words.get("answers.file." + AnswerPaths.ending(file.type())))));
  }

  private String stance(ResponseStance stance) {
    return words.get("answers.stance." + stance.word());
  }

  private static String look(ResponseStance stance) {
    return switch (stance) {
      case FAVORABLE -> "good";
      case IN_PART -> "wait";
      case REFUSED -> "bad";
      case NO_POSITION -> "plain";
    };
  }

  private static String host(String link) {
    return URI.create(link).getHost();
  }

  /** What is to be read where nobody answered a demand. */
  public String none() {
    boolean over = LocalDate.ofInstant(now, zone()).isAfter(action.responseDue());
    return words.get(over ? "answers.none.over" : "answers.none");
  }

  public List<Off> withdrawn() {
    return responses.stream()
        .flatMap(one -> one.withdrawal().map(off -> off(one, off)).stream())
        .toList();
  }

  private Off off(Response one, Response.Withdrawal off) {
    return new Off(
        words.get("answers.off", one.name(action), formats().date(one.saidOn())),
        words.get(
            "answers.off.why",
            formats().date(LocalDate.ofInstant(off.at(), zone())),
            off.reason()));
  }

  // What was sent

  /** To whom the letter was handed over and when; never that it was where nothing is recorded. */
  public List<String> handOvers() {
    return handedOver.stream()
        .flatMap(
            one ->
                action.addressees().stream()
                    .filter(addressee -> addressee.id().equals(one.addressee()))
                    .map(addressee -> handOver(addressee, one)))
        .toList();
  }

  private String handOver(Addressee to, HandedOver one) {
    return words.get(
        "answers.handed", to.name(), formats().date(LocalDate.ofInstant(one.at(), zone())));
  }

  /** How many offices in Congress took messages; empty where the letter does not write to any. */
  public Optional<String> messages() {
    if (!action.writesToCongress()) {
      return Optional.empty();
    }
    if (reached == 0) {
      return Optional.of(words.get("answers.reached.none"));
    }
    return Optional.of(
        reached < SmallCells.SMALLEST
            ? words.get("answers.reached.few", SmallCells.SMALLEST)
            : words.get("answers.reached.count", reached));
  }
}
