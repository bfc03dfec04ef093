package org.joinvoices.signing.web;

import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;

/** What each office learns of the signer beside the message. */
public record GoesAlong(Words words, Constituent person, boolean replyWanted) {

  public String name() {
    PersonName name = person.name();
    return joined(" ", name.prefix(), name.given(), name.family());
  }

  /** The lines of the address as an envelope has them. */
  public List<String> address() {
    PostalAddress at = person.address();
    String town = joined(" ", joined(", ", at.locality(), at.region()), at.postalCode());
    return Stream.of(at.line(), at.line2(), town).filter(line -> !line.isEmpty()).toList();
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts)
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + between + b)
        .orElse("");
  }

  @Override
  public String toString() {
    return "GoesAlong[hidden]";
  }
}
