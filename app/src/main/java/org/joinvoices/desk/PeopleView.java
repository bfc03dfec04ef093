package org.joinvoices.desk;

import java.util.List;
import java.util.Optional;

/**
 * What {@code desk/people.jte} shows.
 *
 * @param fault what could not be done, and why
 */
public record PeopleView(DeskFrame desk, List<Person> people, Optional<String> fault) {

  /**
   * One person, in words.
   *
   * @param removePath where to post to end the access; empty text if whoever looks may not
   */
  public record Person(
      String email, String role, String since, String passkeys, String removePath) {

    @Override
    public String toString() {
      return "Person[hidden]";
    }
  }

  public PeopleView {
    people = List.copyOf(people);
  }
}
