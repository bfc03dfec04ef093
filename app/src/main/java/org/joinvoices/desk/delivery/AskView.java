package org.joinvoices.desk.delivery;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code ask.jte} shows: what is about to be done, and with how many messages.
 *
 * @param path of the letter at the desk
 * @param back where one came from
 * @param scope which messages, a word each
 * @param count how many; nothing can be done with none
 * @param effects what happens then, a sentence each
 * @param channels for a move: where to
 * @param fault what is missing in the form
 */
public record AskView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    String back,
    String question,
    List<String> scope,
    long count,
    List<String> effects,
    String act,
    QueueForm form,
    List<Way> channels,
    Optional<String> fault,
    String button) {

  /**
   * A channel messages may be moved to.
   *
   * @param count how many would be, in words
   */
  public record Way(String value, String label, String count, String hint) {}

  public AskView {
    scope = List.copyOf(scope);
    effects = List.copyOf(effects);
    channels = List.copyOf(channels);
  }
}
