package org.joinvoices.platform.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMaskSet;

/** What the value of a setting must look like; whoever mistypes one is told {@link #remedy}. */
enum SettingKind {
  TEXT("Write some text on one line.", text -> true),
  FOLDER("Write the path of a folder.", SettingKind::isPath),
  FILE("Write the path of a file.", SettingKind::isPath),
  HOST("Write a host name or an IP address.", matches("[A-Za-z0-9.:_-]+")),
  DOMAIN_LABEL(
      "Write letters, digits, hyphens and dots.",
      matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")),
  NETWORKS(
      "Write networks such as 10.0.0.0/8, fd00::/8 with commas between.", SettingKind::isNetworks),
  PORT("Write a number from 1 to 65535.", SettingKind::isPort),
  WEB_ADDRESS(
      "Write a whole address without a slash at its end, such as https://letters.example.org.",
      SettingKind::isWebAddress),
  SITES(
      "Write sites such as https://www.example.org with commas between, without a path.",
      matches("https?://[A-Za-z0-9*.-]+(:\\d{1,5})?( *, *https?://[A-Za-z0-9*.-]+(:\\d{1,5})?)*")),
  DATABASE_ADDRESS(
      "Write it as jdbc:postgresql://HOST:PORT/DATABASE.", matches("jdbc:postgresql://\\S+/\\S+")),
  IMAP_ADDRESS(
      "Write imaps://HOST, with :PORT where it is not 993.",
      matches("imaps?://[A-Za-z0-9.-]+(:\\d{1,5})?")),
  EMAIL("Write one e-mail address.", matches("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+")),
  PHONE("Write NNN-NNN-NNNN; the gateways accept no other form.", matches("\\d{3}-\\d{3}-\\d{4}")),
  RATE("Write a whole number from 1 to 10000.", matches("[1-9]\\d{0,3}|10000")),
  COUNT("Write a whole number from 1 to 1000000.", matches("[1-9]\\d{0,5}|1000000")),
  SECONDS("Write whole seconds, such as 30.", SettingKind::isSeconds),
  DAYS("Write whole days from 0 to 60.", matches("[0-5]?\\d|60")),
  OFFICE_HOURS(
      "Write days and hours such as Mon-Fri 08:00-18:00, or Tue 09:00-12:30.",
      SettingKind::isOfficeHours),
  SECONDS_AND_TENTHS(
      "Write seconds from 0.1 to 10, such as 1.5.", matches("0\\.[1-9]|[1-9](\\.\\d)?|10")),
  GEOCODER("Write off, census, nominatim or photon.", matches("off|census|nominatim|photon")),
  LOG_FORMAT("Write text or json.", matches("text|json")),
  TRUE_OR_FALSE("Write true or false.", matches("true|false"));

  private static final List<String> DAY_NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Pattern OFFICE_HOURS_FORM =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))?"
              + " ((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d)");

  private final String remedy;
  private final Predicate<String> accepts;

  SettingKind(String remedy, Predicate<String> accepts) {
    this.remedy = remedy;
    this.accepts = accepts;
  }

  /** What to write instead, as a sentence. */
  String remedy() {
    return remedy;
  }

  boolean accepts(String value) {
    return accepts.test(value);
  }

  /** As the reference names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Predicate<String> matches(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  /** The first day is not after the last, nor the beginning at or after the end. */
  private static boolean isOfficeHours(String value) {
    Matcher form = OFFICE_HOURS_FORM.matcher(value);
    return form.matches()
        && (form.group(2) == null
            || DAY_NAMES.indexOf(form.group(1)) <= DAY_NAMES.indexOf(form.group(2)))
        && form.group(3).compareTo(form.group(4)) < 0;
  }

  private static boolean isPath(String value) {
    return value.indexOf('\0') < 0;
  }

  private static boolean isPort(String value) {
    return value.matches("\\d{1,5}")
        && Integer.parseInt(value) >= 1
        && Integer.parseInt(value) <= 65_535;
  }

  /** Literal addresses with a length only: a name would be asked of a name server. */
  private static boolean isNetworks(String value) {
    try {
      return value.matches("([0-9a-fA-F:.]+/\\d{1,3})( *, *[0-9a-fA-F:.]+/\\d{1,3})*")
          && !NetMaskSet.parse(value).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSeconds(String value) {
    return value.matches("[1-9]\\d{0,4}");
  }

  private static boolean isWebAddress(String value) {
    try {
      var address = URI.create(value);
      return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null
          && !value.endsWith("/");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
