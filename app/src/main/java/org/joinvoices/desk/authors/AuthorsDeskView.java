package org.joinvoices.desk.authors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.authors.TypedText;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code desk/authors/room.jte} shows.
 *
 * @param letter its title
 * @param path of the letter at the desk
 * @param link how it stands with the link, in words; empty where there is none
 * @param made a link just made, which nobody is shown again; empty text for none
 * @param pause what the authors last asked for; empty where they never did
 * @param answer what was typed as an answer to it
 * @param said what was just done, or could not be; empty text for nothing
 */
public record AuthorsDeskView(
    DeskFrame desk,
    Words words,
    String letter,
    String path,
    Optional<String> link,
    String made,
    List<Text> texts,
    Optional<Pause> pause,
    TypedText answer,
    String said) {

  /** One text, and how it stands with its authors. */
  public record Text(String language, String standing, boolean approved) {}

  /**
   * @param state what became of it, in words
   * @param answer empty text where there is none
   */
  public record Pause(UUID id, String state, String reason, String answer, boolean waits) {

    @Override
    public String toString() {
      return "Pause[hidden]";
    }
  }

  public AuthorsDeskView {
    texts = List.copyOf(texts);
  }

  public boolean isOwner() {
    return desk.who().filter(who -> who.isOwner()).isPresent();
  }

  public Optional<String> fault() {
    return answer.fault().map(fault -> words.get("answer.fault." + fault.word()));
  }

  public int longestAnswer() {
    return TypedText.LONGEST_ANSWER;
  }

  @Override
  public String toString() {
    return "AuthorsDeskView[hidden]";
  }
}
