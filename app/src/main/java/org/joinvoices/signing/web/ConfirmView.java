package org.joinvoices.signing.web;

import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.PersonName;
import org.joinvoices.signing.PostalAddress;

/** What will be sent, before it is. */
public record ConfirmView(Frame frame, Signed signed, String token, Constituent person) {

  public Words words() {
    return signed.words();
  }

  public String name() {
    PersonName name = person.name();
    return joined(" ", name.prefix(), name.given(), name.family());
  }

  /** Whether there are words that the book may print. */
  public boolean isOwnWordsPublic() {
    return signed.view().ownWordsPublic() && !person.ownWords().isEmpty();
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
    return "ConfirmView[hidden]";
  }
}
