package org.joinvoices.accountability.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joinvoices.accountability.Responder;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.EndedWhy;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.SignatureView;

/**
 * What became of one signature, for its holder. Never holds the street.
 *
 * @param lines one per recipient; none when only the letter was signed
 * @param responses of the offices on these lines
 * @param unmatched why nobody can be written to
 * @param inBook where the signature stands in the petition book, in words
 */
public record Receipt(
    SignatureView view,
    Action action,
    LetterVersion letter,
    Words words,
    List<ReceiptLine> lines,
    List<Response> responses,
    Optional<String> unmatched,
    String inBook) {

  public Receipt {
    lines = List.copyOf(lines);
    responses = List.copyOf(responses);
  }

  public String title() {
    return letter.in(words.language()).title();
  }

  public String actionPath() {
    return action.pathIn(words.language());
  }

  /** Where one reads who answered, demand by demand. */
  public String answersPath() {
    return AnswerPaths.of(action, words.language());
  }

  /** What the office of a seat answered to the letter, in words, the first of it first. */
  public List<String> answersOf(Seat seat) {
    return responses.stream()
        .filter(one -> one.from().equals(new Responder.Member(seat)))
        .map(this::answer)
        .toList();
  }

  private String answer(Response one) {
    String said =
        one.stances().entrySet().stream()
            .map(entry -> stance(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return words.get("receipt.answered", words.formats().date(one.saidOn()), said);
  }

  private String stance(int demand, ResponseStance stance) {
    String said = words.get("answers.stance." + stance.word());
    return demand == Response.WHOLE
        ? words.get("receipt.answered.whole", said)
        : words.get("receipt.answered.demand", demand, said);
  }

  public String sentLanguage() {
    return letter.in(action.defaultLanguage()).language();
  }

  public boolean sends() {
    return view.act() == Act.SEND;
  }

  public boolean isConfirmed() {
    return view.state() == SignatureState.CONFIRMED;
  }

  /** Whether there is something to take back. */
  public boolean isStanding() {
    return isConfirmed() || isUnderReview();
  }

  /** Confirmed, and not counted before somebody has looked at it. */
  public boolean isUnderReview() {
    return view.state() == SignatureState.UNDER_REVIEW;
  }

  public String heading() {
    return words.get("receipt.title." + standing());
  }

  /** How the heading looks: good where it counts, wait where it may yet, else plain. */
  public String look() {
    if (isUnderReview()) {
      return "wait";
    }
    return isConfirmed() ? "good" : "plain";
  }

  public String lead() {
    return words.get("receipt.lead." + standing(), action.organization().email());
  }

  /**
   * Erased says more than withdrawn, which erasing does on the way. One that counts on was not
   * erased by its signer: its time was over. What organizers ended has its own reason.
   */
  private String standing() {
    if (!view.erased()) {
      return view.decided().why().map(EndedWhy::word).orElse(view.state().word());
    }
    return isConfirmed() ? "forgotten" : "erased";
  }

  /** Days after the last attempt until own words are deleted. */
  public long ownWordsDays() {
    return Kept.OWN_WORDS.toDays();
  }

  /** Whether the messages can still be read here, so that a copy can be kept. */
  public boolean hasCopy() {
    return !lines.isEmpty() && !view.erased() && !view.ownWordsErased();
  }

  /** The messages as plain text, to keep. */
  String copy() {
    var text = new StringBuilder(title()).append("\n\n").append(words.get("copy.lead"));
    lines.forEach(line -> text.append("\n\n\n").append(line.copy(words)));
    return text.append('\n').toString();
  }

  /** Whether a message may change its state within seconds. */
  public boolean isMoving() {
    return lines.stream().anyMatch(ReceiptLine::isMoving);
  }

  @Override
  public String toString() {
    return "Receipt[hidden]";
  }
}
