package org.joinvoices.signing.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.Approval;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.FormView;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.Partner;
import org.joinvoices.signing.Referrals;

/** Renders the action page, empty for everybody or with what one visitor typed. */
final class ActionPages {

  static final Texts TEXTS = Texts.beside(ActionPages.class);

  private final Counts counts;
  private final Frames frames;
  private final Pages pages;
  private final Sharing sharing;
  private final InstantSource civic;
  private final AddressNotice notice;
  private final StandstillNotices standstills;
  private final OnRecord<List<HandedOver>> handOvers;
  private final OnRecord<Optional<Answered>> answers;
  private final OnRecord<List<Approval>> approvals;
  private final Referrals referrals;

  ActionPages(
      Counts counts,
      Frames frames,
      Pages pages,
      Sharing sharing,
      InstantSource civic,
      AddressNotice notice,
      StandstillNotices standstills,
      OnRecord<List<HandedOver>> handOvers,
      OnRecord<Optional<Answered>> answers,
      OnRecord<List<Approval>> approvals,
      Referrals referrals) {
    this.counts = counts;
    this.frames = frames;
    this.pages = pages;
    this.sharing = sharing;
    this.civic = civic;
    this.notice = notice;
    this.standstills = standstills;
    this.handOvers = handOvers;
    this.answers = answers;
    this.approvals = approvals;
    this.referrals = referrals;
  }

  /**
   * The page as everybody first sees it, or whoever comes by a link that its form carries on.
   *
   * @param event the code of an event; empty text for none
   * @param source the name of a link; as before
   */
  String render(Action action, String language, String event, String source) {
    return render(action, FormView.carrying(TEXTS.in(language), event, source));
  }

  /** The page around this form; the form's language is the page's. */
  String render(Action action, FormView form) {
    return render(action, form, Optional.empty());
  }

  /** The same with what the form would send. */
  String render(Action action, FormView form, PreviewView preview) {
    return render(action, form, Optional.of(preview));
  }

  private String render(Action action, FormView form, Optional<PreviewView> preview) {
    Words words = form.words();
    String source = referrals.find(action.id(), form.typed().value("source")).orElse("");
    Optional<Partner> partner = referrals.partner(action.id(), source);
    return pages.render(
        "signing/web/action.jte",
        new ActionView(
            frame(action, form, below(source, partner), preview.isPresent()),
            words,
            action,
            sharing.of(action, words.language()),
            counts.of(action.id()),
            civic.instant(),
            form,
            notice.in(words),
            standstills.in(words, action),
            handOvers.of(action),
            answers.of(action),
            approvals.of(action),
            referrals.partners(action.id()),
            partner,
            preview));
  }

  /** What the address of the page has beyond the letter's. */
  private static String below(String source, Optional<Partner> partner) {
    return partner
        .map(one -> "/with/" + one.word())
        .orElseGet(() -> source.isEmpty() ? "" : "?from=" + source);
  }

  private Frame frame(Action action, FormView form, String below, boolean isPreview) {
    return frames
        .open(form.words().language(), title(action, form, isPreview), action.pages(below))
        .previewed(LetterPreview.of(action, form.words().language(), civic.instant(), frames));
  }

  /** Says first what is new on the page, because a screen reader begins with it. */
  private static String title(Action action, FormView form, boolean isPreview) {
    String title = action.letter().in(form.words().language()).title();
    if (isPreview) {
      return form.words().get("form.title.preview", title);
    }
    return form.isRefused() ? form.words().get("form.title.error", title) : title;
  }
}
