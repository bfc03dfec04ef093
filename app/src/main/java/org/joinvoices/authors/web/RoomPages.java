package org.joinvoices.authors.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterText;
import org.joinvoices.authors.AuthorsLink;
import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.authors.PauseRequest;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TextApprovals;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Approval;

/** Puts a room into words, and what is behind a link that opens none. */
final class RoomPages {

  private static final Texts TEXTS = Texts.beside(RoomPages.class);

  private final Actions actions;
  private final TextApprovals approvals;
  private final PauseRequests pauses;
  private final RoomStandings standings;
  private final Frames frames;
  private final Pages pages;

  /**
   * @param actions as they are now: what is shown here is approved
   */
  RoomPages(
      Actions actions,
      TextApprovals approvals,
      PauseRequests pauses,
      RoomStandings standings,
      Frames frames,
      Pages pages) {
    this.actions = actions;
    this.approvals = approvals;
    this.pauses = pauses;
    this.standings = standings;
    this.frames = frames;
    this.pages = pages;
  }

  /**
   * The page of a room.
   *
   * @param asked a language of ours; anything else: the one the letter was written in
   */
  String room(String token, AuthorsLink link, String asked, RoomForm form, String done) {
    Action action = actions.get(link.action());
    Words words = TEXTS.in(Texts.LANGUAGES.contains(asked) ? asked : action.originalLanguage());
    String path = AuthorsLinks.PATH + token;
    var view =
        new RoomView(
            frames.secret(
                words.language(), words.get("room.title"), Frames.askedIn(Texts.LANGUAGES, path)),
            words,
            path,
            action,
            link,
            words.formats().date(LocalDate.ofInstant(link.until(), CivicClock.CONGRESS)),
            texts(action, words),
            standings.of(action, words),
            pauses.latest(action.id()).map(pause -> pause(pause, action, words)),
            form,
            words.texts().containsKey("done." + done) ? "done." + done : "");
    return pages.render("authors/web/room.jte", view);
  }

  private List<RoomText> texts(Action action, Words words) {
    List<Approval> all = approvals.of(action.id());
    return action.letter().texts().stream().map(text -> text(text, all, action, words)).toList();
  }

  private static RoomText text(
      LetterText text, List<Approval> approvals, Action action, Words words) {
    Optional<String> approved =
        approvals.stream()
            .filter(approval -> approval.isOf(text))
            .findFirst()
            .map(approval -> day(approval.at(), action, words));
    Optional<String> before =
        approvals.stream()
            .filter(approval -> approval.language().equals(text.language()))
            .reduce((_, latest) -> latest)
            .map(approval -> day(approval.at(), action, words));
    return new RoomText(
        text,
        Formats.ownName(text.language()),
        text.language().equals(action.originalLanguage())
            ? words.get("text.original")
            : words.get("text.translation", words.formats().language(action.originalLanguage())),
        text.wordsHash(),
        approved,
        approved.isPresent() ? Optional.empty() : before,
        action.writesToCongress() && text.language().equals(action.defaultLanguage()));
  }

  private static RoomView.RoomPause pause(PauseRequest pause, Action action, Words words) {
    String asked = day(pause.askedAt(), action, words);
    String ended = pause.endedAt().map(at -> day(at, action, words)).orElse("");
    String state =
        pause.isWaiting()
            ? words.get("pause.waits", asked)
            : pause.answer().isPresent()
                ? words.get("pause.answered", asked, ended)
                : words.get("pause.taken_back", asked, ended);
    return new RoomView.RoomPause(
        state, pause.reason(), pause.answer().orElse(""), pause.isWaiting());
  }

  private static String day(Instant at, Action action, Words words) {
    return words.formats().date(at.atZone(action.deadline().getZone()).toLocalDate());
  }

  /** The same for every link that opens nothing, in the language the browser asks for. */
  String none(String asked) {
    Words words = TEXTS.in(asked);
    String title = words.get("unknown.title");
    var view =
        new SayView(
            frames.secret(words.language(), title),
            title,
            words.get("unknown.lead"),
            new SayView.Way(Frames.home(words.language()), words.get("unknown.way")));
    return pages.render("platform/web/say.jte", view);
  }
}
