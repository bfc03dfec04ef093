package org.joinvoices.desk.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code ask.jte} shows: what is about to be done, and with how many signatures.
 *
 * @param back where one came from
 * @param scope which signatures, a word each
 * @param count how many; nothing can be done with none
 * @param effects what happens then, a sentence each
 * @param post where the form goes
 * @param fields what it says
 * @param reasons to choose from; none where none is needed
 * @param fault what is missing in the form
 */
public record AskView(
    DeskFrame desk,
    Words words,
    String title,
    String back,
    String question,
    List<String> scope,
    long count,
    List<String> effects,
    String post,
    Map<String, String> fields,
    List<Reason> reasons,
    Optional<String> fault,
    String button) {

  /** Why signatures are taken out. */
  public record Reason(String value, String label) {}

  public AskView {
    scope = List.copyOf(scope);
    effects = List.copyOf(effects);
    fields = Map.copyOf(fields);
    reasons = List.copyOf(reasons);
  }
}
