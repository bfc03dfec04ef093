package org.joinvoices.signing;

import java.util.Locale;

/** Everything that can be wrong with a filled form. Each has a text in every language. */
enum FormFault {
  FAMILY_NAME_MISSING,
  PREFIX_MISSING,
  EMAIL_MISSING,
  ADDRESS_LINE_MISSING,
  LOCALITY_MISSING,
  REGION_MISSING,
  POSTAL_CODE_MISSING,
  /** Arguments: the shortest length. */
  TOO_SHORT,
  /** Arguments: the greatest length. */
  TOO_LONG,
  /** Bytes that are no text: a broken encoding. */
  UNREADABLE,
  CONTROL_CHARACTERS,
  /** Characters that turn the direction of reading, with which a text can show what it is not. */
  DIRECTION_CHARACTERS,
  /** The same field came twice with different values. */
  DUPLICATE_FIELD,
  CHOICE_UNKNOWN,
  PREFIX_UNKNOWN,
  NAME_WITHOUT_LETTERS,
  NAME_LOOKS_LIKE_LINK,
  EMAIL_FORM,
  EMAIL_WITHOUT_DOT,
  EMAIL_MIXED_SCRIPTS,
  PHONE_FORM,
  ZIP_FORM,
  REGION_UNKNOWN,
  /** APO, FPO, DPO: Congress's gateways take no such address. */
  REGION_MILITARY,
  /** Micronesia, Marshall Islands, Palau: nobody in Congress. */
  REGION_FREELY_ASSOCIATED,
  COUNTRY_UNKNOWN,
  /** Only messages within the United States can be sent. */
  COUNTRY_CANNOT_SEND,
  /** Own words seem to hold a case or social-security number; answered by a second check. */
  OWN_WORDS_NUMBERS,
  MINOR_CANNOT_SEND,
  LETTER_CHANGED;

  String key() {
    return "fault." + name().toLowerCase(Locale.ROOT);
  }
}
