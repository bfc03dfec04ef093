package org.joinvoices.authors;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.action.ActionId;

/**
 * That the authors of a letter have a link to their room.
 *
 * @param madeAt machine time, as is {@code until}, from which on it opens nothing
 * @param name what they want to be called; empty until they say
 */
public record AuthorsLink(ActionId action, Instant madeAt, Instant until, Optional<String> name) {

  @Override
  public String toString() {
    return "AuthorsLink[" + action.value() + ", name hidden]";
  }
}
