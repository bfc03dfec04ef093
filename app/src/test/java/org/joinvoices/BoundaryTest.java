package org.joinvoices;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joinvoices.delivery.Trespasser;
import org.junit.jupiter.api.Test;

/** Holds the table of the design: who may use whom, and only through a door. */
class BoundaryTest {

  private static final Set<String> CORE =
      Set.of(
          "authors",
          "coalition",
          "accountability",
          "delivery",
          "signing",
          "action",
          "districts",
          "platform");

  /**
   * Who may use whom. A new arrow is a design decision: change this table in the same commit and
   * say why.
   */
  static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("platform", Set.of()),
          entry("ledger", Set.of()),
          entry("districts", Set.of("platform")),
          entry("action", Set.of("districts", "platform")),
          entry("signing", Set.of("action", "districts", "platform")),
          entry("delivery", Set.of("signing", "action", "districts", "platform")),
          entry(
              "accountability",
              Set.of("delivery", "signing", "action", "districts", "platform", "ledger")),
          // partners and links know who joined by whom, and nothing of what is sent
          entry("coalition", Set.of("signing", "action", "platform")),
          // authors see how their letter fares, and change nothing but their own word
          entry("authors", Set.of("accountability", "delivery", "signing", "action", "platform")),
          entry("desk", CORE),
          entry("site", CORE),
          entry("demo", with(CORE, "site")),
          // what is measured is a house in a process of its own, asked from outside; and matching
          // and
          // claiming, by their doors
          entry("bench", Set.of("action", "delivery", "districts", "platform")),
          // so is what is tortured, and its stand-ins must not share code with what they judge
          entry("torture", Set.of("action", "bench", "platform")),
          // and what is seized; its people live where districts says
          entry("seize", Set.of("action", "bench", "districts", "platform")),
          entry("cli", with(CORE, "desk", "site", "demo", "bench", "torture", "seize")));

  private static final String TEMPLATES = "org.joinvoices.jte";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.joinvoices");
  private static final JavaClasses TRESPASSER =
      new ClassFileImporter().importClasses(Trespasser.class);

  @Test
  void everyArrowIsInTheTableAndEndsAtADoor() {
    assertThat(arrowsOutside(MAY_USE, MAIN)).isEmpty();
  }

  @Test
  void aMissingArrowIsNoticed() {
    assertThat(arrowsOutside(Map.of(), MAIN)).contains("delivery -> signing");
  }

  @Test
  void goingAroundTheDoorIsNoticed() {
    assertThat(arrowsOutside(MAY_USE, TRESPASSER)).containsExactly("delivery -> signing.web");
  }

  /**
   * Arrows as {@code from -> to}; {@code to} names the sub-package where one goes around a door.
   */
  private static SortedSet<String> arrowsOutside(
      Map<String, Set<String>> table, JavaClasses classes) {
    var arrows = new TreeSet<String>();
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (isOurs(from) && isOurs(to) && !isAllowed(table, from, to)) {
          arrows.add(capability(from) + " -> " + place(to));
        }
      }
    }
    return arrows;
  }

  private static boolean isAllowed(Map<String, Set<String>> table, JavaClass from, JavaClass to) {
    return capability(from).equals(capability(to))
        || (isDoor(to) && table.getOrDefault(capability(from), Set.of()).contains(capability(to)));
  }

  /** A capability's root package; each shelf of platform is a door of its own. */
  private static boolean isDoor(JavaClass type) {
    return capability(type).equals("platform") || capability(type).equals(place(type));
  }

  /** Generated templates belong to whoever renders them, and hold no code of their own. */
  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("org.joinvoices")
        && !type.getPackageName().startsWith(TEMPLATES);
  }

  /** The package below ours, such as {@code signing.web}; empty text for our root package. */
  private static String place(JavaClass type) {
    return type.getPackageName().replaceFirst("^org\\.joinvoices\\.?", "");
  }

  private static String capability(JavaClass type) {
    return place(type).replaceFirst("\\..*", "");
  }

  private static Set<String> with(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).collect(toUnmodifiableSet());
  }
}
