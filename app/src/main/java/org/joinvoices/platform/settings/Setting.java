package org.joinvoices.platform.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One key an operator may set, in the file or in the environment.
 *
 * @param key as in the file, such as {@code mail.from}
 * @param standard the value without one; empty when the operator must choose, or may leave it out
 * @param need whether a house can do without
 * @param meaning what it is for, its unit, and why one would change it
 * @param example how a value looks, for the reference
 */
record Setting(
    String key,
    SettingKind kind,
    Optional<String> standard,
    Need need,
    String meaning,
    String example) {

  /** Whether a house can do without a value. */
  enum Need {
    ALWAYS,
    /** Leaving it out switches something off, which the server says at its start. */
    OPTIONAL
  }

  /** The same key as an environment variable: {@code mail.from} is {@code JOINVOICES_MAIL_FROM}. */
  String variable() {
    return "JOINVOICES_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
