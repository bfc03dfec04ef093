package org.joinvoices.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code hand-over.jte} shows.
 *
 * @param path of the letter at the desk
 * @param subject hidden fields that say what was handed over
 * @param what was handed over, in words
 * @param note what else is to be known, such as which letters must not be in it
 * @param zone of the times, in words
 */
public record HandOverView(
    DeskFrame desk,
    Words words,
    String title,
    String path,
    Map<String, String> subject,
    String what,
    String note,
    String zone,
    HandOverForm form,
    List<QueueView.Choice> ways) {

  public HandOverView {
    ways = List.copyOf(ways);
  }

  /** What is wrong with a field. */
  public Optional<String> fault(String field) {
    return Optional.ofNullable(form.faults().get(field));
  }
}
