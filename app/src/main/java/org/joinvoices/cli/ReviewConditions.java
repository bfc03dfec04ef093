package org.joinvoices.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.joinvoices.action.Action;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.SignatureState;
import org.joinvoices.signing.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which signatures of a letter are meant: those that meet all conditions that are given. */
final class ReviewConditions {

  /** Of a file of signatures; more are better told by what they have in common. */
  private static final int MOST_LINES = 10_000;

  private static final Pattern DOMAIN =
      Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+", Pattern.UNICODE_CASE);
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final Pattern RECEIPT = Pattern.compile(".*/r/([A-Za-z0-9_-]+)");

  /** How a signature came, by its word. */
  static final class SourceWord implements ITypeConverter<Source> {
    @Override
    public Source convert(String typed) {
      return Source.find(typed)
          .orElseThrow(
              () ->
                  new TypeConversionException("'" + typed + "' is none of web, sheet, sheet_mail"));
    }
  }

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Option(
      names = "--flag",
      paramLabel = "WORD",
      description = "what was unusual, such as honeypot; several: any of them")
  private List<String> flags = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "WORD",
      converter = SourceWord.class,
      description = {
        "how it came: web; sheet, on the word of a witness; sheet_mail, from a sheet and confirmed",
        "by mail; several: any of them"
      })
  private List<Source> sources = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "signed at that instant or later, such as 2021-01-10T12:00:00-05:00")
  private @Nullable Instant from;

  @Option(
      names = "--before",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "signed before that instant")
  private @Nullable Instant before;

  @Option(
      names = "--mail-domain",
      paramLabel = "DOMAIN",
      description = "the e-mail address ends with @DOMAIN; each one that may be is unsealed to see")
  private @Nullable String mailDomain;

  @Option(names = "--region", paramLabel = "XX", description = "state of the address, such as OH")
  private @Nullable String region;

  @Option(names = "--zip3", paramLabel = "NNN", description = "first three digits of the ZIP code")
  private @Nullable String zip3;

  @Option(
      names = "--signatures",
      paramLabel = "FILE",
      description = "those of a file: a signature's id or the link of a receipt on each line")
  private @Nullable Path file;

  String slug() {
    return slug;
  }

  /**
   * @throws Refusal if a condition can mean nothing; it says which, and what it should be
   */
  ReviewScope scope(Action action, Set<SignatureState> states, Tokens tokens) {
    flags.forEach(flag -> require(ReviewScope::isFlag, flag, "--flag is a word such as honeypot."));
    if (from != null && before != null && !from.isBefore(before)) {
      throw new Refusal("--from must be earlier than --before.");
    }
    Path list = file;
    return new ReviewScope(
        action.id(),
        states,
        new HashSet<>(flags),
        new HashSet<>(sources),
        Optional.ofNullable(from),
        Optional.ofNullable(before),
        checked(
            mailDomain,
            DOMAIN.asMatchPredicate(),
            "--mail-domain is what stands behind the @, such as example.org."),
        checked(
            upper(region), ReviewScope::isRegion, "--region is the code of a state, such as OH."),
        checked(
            zip3,
            ReviewScope::isZip3,
            "--zip3 is the first three digits of a ZIP code, such as 441."),
        list == null ? Set.of() : signatures(list, action, tokens));
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  private static Optional<String> checked(
      @Nullable String typed, Predicate<String> form, String remedy) {
    if (typed != null) {
      require(form, typed, remedy);
    }
    return Optional.ofNullable(typed);
  }

  private static void require(Predicate<String> form, String typed, String remedy) {
    if (!form.test(typed)) {
      throw new Refusal(remedy);
    }
  }

  /** Lines are never repeated: whoever has the link of a receipt can open it. */
  private static Set<UUID> signatures(Path file, Action action, Tokens tokens) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        int number = i + 1;
        ids.add(
            signature(line, action, tokens)
                .orElseThrow(
                    () ->
                        new Refusal(
                            "Line %d of %s is neither the id of a signature nor the link of a receipt of this letter; nothing was done."
                                .formatted(number, file))));
      }
    }
    if (ids.isEmpty() || ids.size() > MOST_LINES) {
      throw new Refusal(
          "%s names %d signatures; it must name from 1 to %d."
              .formatted(file, ids.size(), MOST_LINES));
    }
    return ids;
  }

  private static Optional<UUID> signature(String line, Action action, Tokens tokens) {
    if (ID.matcher(line).matches()) {
      return Optional.of(UUID.fromString(line));
    }
    var link = RECEIPT.matcher(line);
    return link.matches()
        ? tokens
            .read(Tokens.Purpose.RECEIPT, link.group(1))
            .filter(claim -> claim.scope().equals(action.id().value()))
            .map(Tokens.Claim::id)
        : Optional.empty();
  }
}
