package org.joinvoices.desk.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code batches.jte} shows.
 *
 * @param path of the letter at the desk
 * @param done what was just decided, in words
 */
public record BatchesView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    Optional<String> done,
    List<Batch> batches) {

  /**
   * One decision.
   *
   * @param scope which signatures it meant, a word each
   * @param standing how far it is, in words
   * @param tone the class of the stylesheet for that
   * @param result what came of it, a word each
   * @param open whether it can be undone by whoever looks
   */
  public record Batch(
      UUID id,
      String what,
      String when,
      String who,
      List<String> scope,
      String standing,
      String tone,
      List<String> result,
      boolean open) {
    public Batch {
      scope = List.copyOf(scope);
      result = List.copyOf(result);
    }
  }

  public BatchesView {
    batches = List.copyOf(batches);
  }
}
