package org.joinvoices.platform.web;

import com.ibm.icu.util.ULocale;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Dates, times and numbers as readers of a language in the United States write them. A time always
 * names its zone.
 */
public final class Formats {

  /** Of each language that was asked for; there are no more than two-letter names. */
  private static final Map<String, Formats> KNOWN = new ConcurrentHashMap<>();

  private final Locale locale;
  private final String direction;

  private Formats(Locale locale) {
    this.locale = locale;
    this.direction = ULocale.forLocale(locale).isRightToLeft() ? "rtl" : "ltr";
  }

  /** With the digits 0 to 9 in every language, as ZIP codes and phone numbers have them. */
  public static Formats in(String language) {
    return KNOWN.computeIfAbsent(language, Formats::of);
  }

  private static Formats of(String language) {
    return new Formats(
        new Locale.Builder()
            .setLanguage(language)
            .setRegion("US")
            .setUnicodeLocaleKeyword("nu", "latn")
            .build());
  }

  public Locale locale() {
    return locale;
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** Such as January 20, 2021. */
  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
  }

  /** Such as January 2021. */
  public String month(LocalDate date) {
    return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale).format(date);
  }

  /** Such as Wednesday, January 20, 2021, 12:00 PM Eastern Time. */
  public String moment(ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(moment)
        + comma()
        + time(moment);
  }

  /** Such as January 20, 2021, 12:00 PM Eastern Time. */
  public String shortMoment(ZonedDateTime moment) {
    return date(moment.toLocalDate()) + comma() + time(moment);
  }

  private String comma() {
    return locale.getLanguage().equals("ar") ? "، " : ", ";
  }

  /** Such as 12:00 PM Eastern Time. */
  public String time(ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(moment)
        + " "
        + zone(moment);
  }

  /** Such as Eastern Time. */
  public String zone(ZonedDateTime moment) {
    return DateTimeFormatter.ofPattern("vvvv", locale).format(moment);
  }

  /** The name of a language in this one, such as Spanish. */
  public String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
  }

  /** Which way a language is read, as HTML says it: {@code ltr} or {@code rtl}. */
  public static String direction(String tag) {
    return in(tag).direction;
  }

  /** The name of a language in itself, such as Español. */
  public static String ownName(String tag) {
    Locale own = Locale.forLanguageTag(tag);
    String name = own.getDisplayLanguage(own);
    return name.substring(0, 1).toUpperCase(own) + name.substring(1);
  }
}
