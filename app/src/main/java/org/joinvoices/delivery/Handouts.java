package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.net.URI;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.handout.LetterPicture;
import org.joinvoices.delivery.handout.OnePage;
import org.joinvoices.delivery.handout.Poster;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Texts;

/** What shows a letter elsewhere. */
public final class Handouts {

  private static final Texts FRAME = Texts.beside(Frames.class);

  private final LetterPicture picture = new LetterPicture();
  private final Poster poster = new Poster();
  private final OnePage onePage = new OnePage();
  private final URI house;

  /**
   * @param house where it is reached, without trailing slash
   */
  public Handouts(URI house) {
    this.house = house;
  }

  /**
   * The picture beside a link to it, as PNG.
   *
   * @param language one of {@link Action#pageLanguages}
   */
  public Bytes picture(Action action, String language) {
    return Bytes.copyFrom(
        picture.draw(
            action.letter().in(language).title(),
            action.authors(),
            FRAME.in(language).get("frame.house")));
  }

  /**
   * A page to print, as PDF.
   *
   * @param language one of {@link Action#pageLanguages}
   */
  public Bytes poster(Action action, String language) {
    return Bytes.copyFrom(
        poster.print(action, language, SignUpSheets.address(action, language, house)));
  }

  /** What somebody wants to have in hand on one page, as PDF. */
  public Bytes print(PrintedPage page) {
    return Bytes.copyFrom(onePage.print(page));
  }
}
