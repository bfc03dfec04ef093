package org.joinvoices.delivery.cwc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.delivery.Chamber;

/**
 * Where the two chambers' forms of CWC 2.0 differ. The House's is its own schema's, the Senate's is
 * what its clients show.
 *
 * @param titles the only forms of address taken; empty where any text is
 * @param shortestOrganization characters of the element Organization
 * @param shortestLine2 characters of the element Address2
 */
record Profile(Set<String> titles, int shortestOrganization, int shortestLine2) {

  /** Longest of all elements but the two letters. */
  static final int LONGEST_LINE = 500;

  /** Longest OrganizationStatement and ConstituentMessage. */
  static final int LONGEST_LETTER = 10_000;

  /** Shortest OrganizationStatement and ConstituentMessage. */
  static final int SHORTEST_LETTER = 6;

  /** Shortest Address1 and City. */
  static final int SHORTEST_PLACE = 3;

  /** Element StateAbbreviation: no armed forces (AA, AE, AP), no FM, MH and PW. */
  static final Set<String> STATES =
      Set.of(
          ("AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS"
                  + " MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI"
                  + " WV WY")
              .split(" "));

  private static final Profile HOUSE = new Profile(Set.of(), 6, 3);
  private static final Profile SENATE =
      new Profile(Set.of("Mr.", "Mrs.", "Miss", "Ms.", "Dr."), 3, 2);

  static Profile of(Chamber chamber) {
    return switch (chamber) {
      case HOUSE -> HOUSE;
      case SENATE -> SENATE;
    };
  }

  /** The form of address as this chamber spells it; empty where it takes none such. */
  Optional<String> title(String typed) {
    if (titles.isEmpty()) {
      return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }
    return titles.stream()
        .filter(title -> List.of(title, title.replace(".", "")).stream().anyMatch(same(typed)))
        .findFirst();
  }

  private static java.util.function.Predicate<String> same(String typed) {
    return title -> title.equalsIgnoreCase(typed);
  }
}
