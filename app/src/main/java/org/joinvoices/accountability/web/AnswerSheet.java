package org.joinvoices.accountability.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.PrintedPage;
import org.joinvoices.delivery.PrintedPage.Part;
import org.joinvoices.platform.web.Words;

/** What was sent and what came back, on one page for the authors to have in hand. */
final class AnswerSheet {

  private static final String BETWEEN = " · ";

  private AnswerSheet() {}

  /**
   * @param address of the page with all of it
   */
  static PrintedPage of(AnswerBoard board, String address) {
    Words words = board.words();
    Action action = board.action();
    Instant made = board.now().truncatedTo(ChronoUnit.MINUTES);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Kicker(words.get("answers.sheet.kicker")));
    parts.add(new Part.Title(board.text().title()));
    parts.add(new Part.Text(words.get("answers.sheet.from", String.join(", ", action.authors()))));
    parts.add(new Part.Heading(words.get("answers.sent")));
    sent(board).forEach(line -> parts.add(new Part.Text(line)));
    parts.add(new Part.Heading(words.get("answers.back")));
    parts.add(new Part.Text(board.clock().big() + BETWEEN + board.clock().small()));
    parts.add(new Part.Text(board.answeredNote()));
    board.demands().forEach(demand -> parts.add(entry(board, demand)));
    if (!board.whole().isEmpty()) {
      parts.add(new Part.Entry("", words.get("answers.whole"), said(board.whole())));
    }
    board.withdrawn().forEach(off -> parts.add(new Part.Note(off.what() + " " + off.why())));
    parts.add(
        new Part.Note(
            words.get(
                "answers.sheet.made",
                words.formats().shortMoment(made.atZone(action.deadline().getZone())),
                address)));
    String title = words.get("answers.sheet.title", board.text().title());
    return new PrintedPage(words.language(), title, action.organization().name(), made, parts);
  }

  private static List<String> sent(AnswerBoard board) {
    List<String> lines = new ArrayList<>(board.handOvers());
    if (lines.isEmpty()) {
      lines.add(board.words().get("answers.handed.none"));
    }
    board.messages().ifPresent(lines::add);
    return lines;
  }

  private static Part entry(AnswerBoard board, AnswerBoard.DemandLine demand) {
    List<String> answers =
        demand.answers().isEmpty() ? List.of(board.none()) : said(demand.answers());
    return new Part.Entry(String.valueOf(demand.number()), demand.text(), answers);
  }

  /** Quotes stand on the web, where they can be checked. */
  private static List<String> said(List<AnswerBoard.Line> answers) {
    return answers.stream()
        .map(one -> String.join(BETWEEN, one.stance(), one.name(), one.said()))
        .toList();
  }
}
