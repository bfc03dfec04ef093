package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.action.Action;

/**
 * Which words a sign-up sheet bears. Sheets come back weeks later, when the wording on the web may
 * be another: what stood on paper is what was agreed to.
 *
 * @param code as printed, such as {@code EN2-1-3F9A}: language, version of the consent wording,
 *     version of the letter, and the beginning of a hash of it all
 * @param language of the sheet, BCP 47
 * @param letterMark words of the letter, as {@link org.joinvoices.action.LetterMark#shown}
 * @param wordingVersion of the consents
 * @param letter hash of the consent to join
 * @param deliver hash of the consent to messages; empty where the letter sends none
 */
public record SheetForm(
    String code,
    String language,
    String letterMark,
    int wordingVersion,
    Bytes letter,
    Optional<Bytes> deliver) {

  private static final int CHECK_DIGITS = 4;

  /** The sheet as it would be printed now. */
  public static SheetForm of(Action action, String language) {
    ConsentWording wording = ConsentWording.in(language);
    String mark = action.letter().mark().shown();
    Bytes letter = TextHash.of(wording.shown(Consent.LETTER, action));
    Optional<Bytes> deliver =
        action.writesToCongress()
            ? Optional.of(TextHash.of(wording.shown(Consent.DELIVER, action)))
            : Optional.empty();
    String all = mark + hex(letter) + deliver.map(SheetForm::hex).orElse("") + wording.language();
    String check = hex(TextHash.of(all)).substring(0, CHECK_DIGITS);
    return new SheetForm(
        "%s%d-%d-%s"
            .formatted(
                wording.language().toUpperCase(Locale.ROOT),
                wording.version(),
                action.letter().mark().number(),
                check),
        wording.language(),
        mark,
        wording.version(),
        letter,
        deliver);
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes.toByteArray());
  }

  /** The consents of a request that stands on this sheet; messages are shown by the mail's page. */
  List<ConsentGiven> consents(SignRequest request, Action action) {
    return ConsentGiven.of(request, action).stream().map(this::onPaper).toList();
  }

  /** The wording comes first among what was shown. */
  private ConsentGiven onPaper(ConsentGiven given) {
    Bytes printed =
        switch (given.kind()) {
          case LETTER -> letter;
          case DELIVER -> deliver.orElseThrow();
          case OWN_WORDS, UPDATES, FOLLOWUP, PARTNER ->
              throw new IllegalStateException("no sheet asks for " + given.kind());
        };
    List<Bytes> shown =
        Stream.concat(Stream.of(printed), given.textHashes().stream().skip(1)).toList();
    return new ConsentGiven(given.kind(), Optional.empty(), wordingVersion, language, shown);
  }
}
