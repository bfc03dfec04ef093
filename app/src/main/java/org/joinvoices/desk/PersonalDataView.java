package org.joinvoices.desk;

import java.util.List;
import java.util.Optional;

/**
 * What {@code desk/personal-data.jte} shows.
 *
 * @param email as asked for; empty before
 * @param fault what is wrong with it
 * @param done what was done for somebody just now, in words
 */
public record PersonalDataView(
    DeskFrame desk,
    Optional<String> email,
    List<Held> held,
    Optional<String> fault,
    Optional<String> done) {

  public PersonalDataView {
    held = List.copyOf(held);
  }

  @Override
  public String toString() {
    return "PersonalDataView[hidden]";
  }
}
