package org.joinvoices.signing;

import java.util.Locale;
import org.joinvoices.signing.SignForm.FieldError;

/** What is wrong with a row of a sheet, told to whoever typed it in: field, fault, remedy. */
final class SheetFaults {

  static final String LETTER_NOT_TICKED =
      "consent_letter: the box to join the letter is not ticked on the sheet, so the row does not"
          + " count; leave the row out";

  static final String NO_PLACE =
      "postal_code: without an e-mail address, a ZIP code or street is needed to tell two people of"
          + " one name apart; type in either";

  static final String MAILBOX_TAKEN =
      "email: this mailbox already stands for two people, or for one with another ZIP code; empty"
          + " it, and the row counts for the letter";

  private SheetFaults() {}

  static String sentence(FieldError error) {
    String name = error.messageKey().substring("fault.".length()).toUpperCase(Locale.ROOT);
    return error.field() + ": " + remedy(FormFault.valueOf(name), error);
  }

  private static String remedy(FormFault fault, FieldError error) {
    return switch (fault) {
      case FAMILY_NAME_MISSING -> "type in the last name; a single name stands here";
      case PREFIX_MISSING ->
          "messages need a title (Mr., Mrs., Miss, Ms. or Dr.); type it in, or empty"
              + " consent_deliver to count the row for the letter only";
      case EMAIL_MISSING -> "type in the e-mail address";
      case ADDRESS_LINE_MISSING, LOCALITY_MISSING, POSTAL_CODE_MISSING ->
          "messages need the whole address; type it in, or empty consent_deliver to count the row"
              + " for the letter only";
      case REGION_MISSING ->
          "messages need the state, in two letters such as OH; type it in, or empty"
              + " consent_deliver";
      case TOO_SHORT -> "needs at least %d characters; look at the sheet".formatted(number(error));
      case TOO_LONG -> "takes at most %d characters; shorten it".formatted(number(error));
      case UNREADABLE, CONTROL_CHARACTERS, DIRECTION_CHARACTERS ->
          "holds characters that are no text; type it in anew";
      case DUPLICATE_FIELD -> "comes twice with different values; keep one";
      case CHOICE_UNKNOWN -> "is neither ticked nor empty; type x, or nothing";
      case PREFIX_UNKNOWN -> "is one of Mr., Mrs., Miss, Ms. and Dr.; mend or empty it";
      case NAME_WITHOUT_LETTERS -> "a name needs at least one letter; look at the sheet";
      case NAME_LOOKS_LIKE_LINK -> "looks like a web or e-mail address; type in the name";
      case EMAIL_FORM, EMAIL_WITHOUT_DOT ->
          "is no whole e-mail address such as name@example.org; look at the sheet, or empty it";
      case EMAIL_MIXED_SCRIPTS -> "mixes letters of several alphabets; type it in anew";
      case PHONE_FORM -> "is no U.S. phone number; mend or empty it";
      case ZIP_FORM -> "a ZIP code has five digits, or nine; look at the sheet, or empty it";
      case REGION_UNKNOWN -> "is a state in two letters, such as OH; mend or empty it";
      case REGION_MILITARY, REGION_FREELY_ASSOCIATED, COUNTRY_CANNOT_SEND ->
          "no office in Congress takes messages from there; empty consent_deliver to count the row"
              + " for the letter only";
      case COUNTRY_UNKNOWN -> "is a country in two letters, such as US; mend or empty it";
      case OWN_WORDS_NUMBERS, MINOR_CANNOT_SEND, LETTER_CHANGED -> "cannot stand on a sheet";
    };
  }

  private static int number(FieldError error) {
    return error.args().getFirst();
  }
}
