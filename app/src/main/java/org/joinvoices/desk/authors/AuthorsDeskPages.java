package org.joinvoices.desk.authors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.authors.AuthorsLink;
import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.authors.PauseRequest;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TextApprovals;
import org.joinvoices.authors.TypedText;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Approval;

/** Puts the authors' room of a letter into words for organizers. */
final class AuthorsDeskPages {

  static final Words WORDS = Texts.english(AuthorsDeskPages.class);

  private final AuthorsLinks links;
  private final TextApprovals approvals;
  private final PauseRequests pauses;

  AuthorsDeskPages(AuthorsLinks links, TextApprovals approvals, PauseRequests pauses) {
    this.links = links;
    this.approvals = approvals;
    this.pauses = pauses;
  }

  static String path(Action action) {
    return "/desk/actions/" + action.slug();
  }

  AuthorsDeskView view(DeskFrame desk, Action action, TypedText answer, String made, String said) {
    List<Approval> all = approvals.of(action.id());
    return new AuthorsDeskView(
        desk,
        WORDS,
        action.letter().in(WORDS.language()).title(),
        path(action),
        links.of(action.id()).map(AuthorsDeskPages::link),
        made,
        action.letter().texts().stream().map(text -> text(text, all, action)).toList(),
        pauses.latest(action.id()).map(pause -> pause(pause, action)),
        answer,
        said);
  }

  private static String link(AuthorsLink link) {
    String moments =
        WORDS.get("link.made", DeskPages.moment(link.madeAt()), DeskPages.moment(link.until()));
    return moments
        + " "
        + link.name()
            .map(name -> WORDS.get("link.name", name))
            .orElseGet(() -> WORDS.get("link.name.none"));
  }

  private static AuthorsDeskView.Text text(
      LetterText text, List<Approval> approvals, Action action) {
    Optional<String> approved =
        approvals.stream()
            .filter(approval -> approval.isOf(text))
            .findFirst()
            .map(approval -> WORDS.get("text.approved", moment(approval.at(), action)));
    boolean before =
        approvals.stream().anyMatch(approval -> approval.language().equals(text.language()));
    return new AuthorsDeskView.Text(
        WORDS.formats().language(text.language()),
        approved.orElseGet(() -> WORDS.get(before ? "text.changed" : "text.open")),
        approved.isPresent());
  }

  private static AuthorsDeskView.Pause pause(PauseRequest pause, Action action) {
    String asked = moment(pause.askedAt(), action);
    String ended = pause.endedAt().map(at -> moment(at, action)).orElse("");
    String state =
        pause.isWaiting()
            ? WORDS.get("pause.waits", asked)
            : pause.answer().isPresent()
                ? WORDS.get("pause.answered", asked, ended)
                : WORDS.get("pause.taken_back", asked, ended);
    return new AuthorsDeskView.Pause(
        pause.id(), state, pause.reason(), pause.answer().orElse(""), pause.isWaiting());
  }

  /** By civic time, as everything of a letter. */
  private static String moment(Instant at, Action action) {
    return WORDS.formats().shortMoment(at.atZone(action.deadline().getZone()));
  }
}
