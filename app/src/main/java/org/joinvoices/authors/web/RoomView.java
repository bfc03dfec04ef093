package org.joinvoices.authors.web;

import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.authors.AuthorsLink;
import org.joinvoices.authors.TypedText;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code authors/web/room.jte} shows.
 *
 * @param path of the room, which holds its token
 * @param until the day on which the link ends
 * @param pause what they last asked for; empty where they never did
 * @param done key of the text for what was just done; empty text for nothing
 */
public record RoomView(
    Frame frame,
    Words words,
    String path,
    Action action,
    AuthorsLink link,
    String until,
    List<RoomText> texts,
    RoomStanding standing,
    Optional<RoomPause> pause,
    RoomForm form,
    String done) {

  /**
   * A pause they asked for.
   *
   * @param state what became of it, in words
   * @param reason as they wrote it
   * @param answer what they were answered; empty text where they were not
   */
  public record RoomPause(String state, String reason, String answer, boolean waits) {

    @Override
    public String toString() {
      return "RoomPause[hidden]";
    }
  }

  public RoomView {
    texts = List.copyOf(texts);
  }

  public String title() {
    return action.letter().in(words.language()).title();
  }

  /** In which the title is. */
  public String titleLanguage() {
    return action.letter().in(words.language()).language();
  }

  /** Where a form of the room goes, so that the page stays in its language. */
  public String to(String act) {
    return path + "/" + act + "?in=" + words.language();
  }

  /** What the field shows: what was just typed, else the name they go by. */
  public String name() {
    return form.name().text().isEmpty() ? link.name().orElse("") : form.name().text();
  }

  public boolean isNamed() {
    return link.name().isPresent();
  }

  public boolean isWaiting() {
    return pause.filter(RoomPause::waits).isPresent();
  }

  public int longestName() {
    return TypedText.LONGEST_NAME;
  }

  public int longestReason() {
    return TypedText.LONGEST_REASON;
  }

  @Override
  public String toString() {
    return "RoomView[hidden]";
  }
}
