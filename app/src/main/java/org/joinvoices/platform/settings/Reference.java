package org.joinvoices.platform.settings;

import static org.joinvoices.platform.settings.SettingKind.COUNT;
import static org.joinvoices.platform.settings.SettingKind.DATABASE_ADDRESS;
import static org.joinvoices.platform.settings.SettingKind.DAYS;
import static org.joinvoices.platform.settings.SettingKind.DOMAIN_LABEL;
import static org.joinvoices.platform.settings.SettingKind.EMAIL;
import static org.joinvoices.platform.settings.SettingKind.FILE;
import static org.joinvoices.platform.settings.SettingKind.FOLDER;
import static org.joinvoices.platform.settings.SettingKind.GEOCODER;
import static org.joinvoices.platform.settings.SettingKind.HOST;
import static org.joinvoices.platform.settings.SettingKind.IMAP_ADDRESS;
import static org.joinvoices.platform.settings.SettingKind.LOG_FORMAT;
import static org.joinvoices.platform.settings.SettingKind.NETWORKS;
import static org.joinvoices.platform.settings.SettingKind.OFFICE_HOURS;
import static org.joinvoices.platform.settings.SettingKind.PHONE;
import static org.joinvoices.platform.settings.SettingKind.PORT;
import static org.joinvoices.platform.settings.SettingKind.RATE;
import static org.joinvoices.platform.settings.SettingKind.SECONDS;
import static org.joinvoices.platform.settings.SettingKind.SECONDS_AND_TENTHS;
import static org.joinvoices.platform.settings.SettingKind.SITES;
import static org.joinvoices.platform.settings.SettingKind.TEXT;
import static org.joinvoices.platform.settings.SettingKind.TRUE_OR_FALSE;
import static org.joinvoices.platform.settings.SettingKind.WEB_ADDRESS;

import java.util.List;
import java.util.Optional;
import org.joinvoices.platform.settings.Setting.Need;

/**
 * Every key there is. The reference configuration is written from this list and from nothing else.
 */
final class Reference {

  /** Stands in the reference where a secret belongs; no server starts with it. */
  static final String EXAMPLE_SECRET = "replace-me";

  private static final String HEAD =
      """
      # The configuration of a house: ./joinvoices serve --config FILE
      # Lines are key = value, nothing is escaped. A line that begins with # is a comment; such lines of the form
      # "#key = value" show the usual value, or an example where there is none. The environment goes before this file.
      """;

  static final List<Setting> SETTINGS =
      List.of(
          needed(
              "base-url",
              WEB_ADDRESS,
              "Public address of this house. Links in mails begin with it, so it must be reachable by those who get them; https except on this machine.",
              "https://letters.example.org"),
          usual(
              "home",
              FOLDER,
              "./var",
              "Folder of this house's data: the embedded database and the petition books. Back it up."),
          needed(
              "master-key-file",
              FILE,
              "The key that opens all contact data. Outside the home and outside its backups, or whoever finds one copy reads everything; lost, the contact data is lost. Make one with ./joinvoices make-key FILE.",
              "/etc/joinvoices/master.json"),
          needed(
              "key-store",
              FOLDER,
              "Folder of the data keys, one file per action, each wrapped by the master key. Outside the home, and backed up apart from it: a key is destroyed when an action's time is over, and copies of this folder must follow within 35 days.",
              "/var/lib/joinvoices-keys"),
          usual(
              "listen.address",
              HOST,
              "127.0.0.1",
              "Address to listen on. Another than this machine's own is taken only with listen.tls-in-front."),
          usual("listen.port", PORT, "8080", "Port to listen on, plain HTTP."),
          usual(
              "listen.tls-in-front",
              TRUE_OR_FALSE,
              "false",
              "true says: nobody reaches this port but through a proxy that speaks TLS. We do not speak it ourselves."),
          usual(
              "listen.proxies",
              NETWORKS,
              "127.0.0.0/8, ::1/128",
              "Networks of the proxies in front, with commas between. Only what comes from there is believed about where a visitor comes from (X-Forwarded-For, X-Forwarded-Proto)."),
          off(
              "embed.hosts",
              SITES,
              "Sites that may show /embed/legislators and letters (/embed/actions/...) within theirs, with commas between. Left out, none may.",
              "https://www.example.org, https://partner.example"),
          off(
              "management.port",
              PORT,
              "Port of /health and /metrics (Prometheus), plain HTTP. Left out, there are none. No visitor may reach it; no proxy in front should lead to it.",
              "9464"),
          usual(
              "management.address",
              HOST,
              "127.0.0.1",
              "Address to listen on for them. Another than this machine's own only in a network where nobody else is: no login is asked for. What is told names no person."),
          usual(
              "log.format",
              LOG_FORMAT,
              "text",
              "text: one line for people. json: one line for programs, in the fields of the Elastic Common Schema (@timestamp, log.level, log.logger, message). Either goes to standard error and names no person."),
          off(
              "database.url",
              DATABASE_ADDRESS,
              "A PostgreSQL server of your own, 15 or newer. Left out, the embedded one runs in the home.",
              "jdbc:postgresql://127.0.0.1:5432/joinvoices"),
          off(
              "database.user",
              TEXT,
              "Role of the running server at database.url: it gets the right to read and write rows, but not to change tables, nor what is append only.",
              "joinvoices_server"),
          off("database.password", TEXT, "Its password.", EXAMPLE_SECRET),
          off(
              "database.owner-user",
              TEXT,
              "Another role, which owns the database: makes the tables, and brings them up to date at the start.",
              "joinvoices"),
          off("database.owner-password", TEXT, "Its password.", EXAMPLE_SECRET),
          needed("mail.host", HOST, "SMTP server that takes our mails.", "127.0.0.1"),
          usual(
              "mail.port",
              PORT,
              "25",
              "Its port: 25 for a server beside us, 587 where one logs in."),
          needed(
              "mail.from",
              EMAIL,
              "Sender of every mail. Its domain must allow the SMTP server (SPF, DKIM), or mails land among spam.",
              "letters@letters.example.org"),
          off("mail.user", TEXT, "Login at the SMTP server, where it asks for one.", "letters"),
          off("mail.password", TEXT, "Password of that login; sent only over TLS.", EXAMPLE_SECRET),
          usual(
              "mail.tls",
              TRUE_OR_FALSE,
              "false",
              "true: every mail travels by STARTTLS or not at all. Leave false only for a server on this machine."),
          usual(
              "mail.per-second",
              RATE,
              "100",
              "Most mails a second, all together. What your SMTP server or relay allows."),
          usual(
              "mail.per-second-per-provider",
              RATE,
              "20",
              "Most mails a second to one receiving provider (all of Gmail, all of Outlook, …; else one domain). A sender new to a provider begins with 1 or 2 and doubles daily; who sends faster than a provider knows it is put off or lands among spam."),
          off(
              "mail.dkim-selector",
              DOMAIN_LABEL,
              "Sign every mail by DKIM, with the key that the domain of mail.from publishes as SELECTOR._domainkey. Left out, the SMTP server must sign.",
              "letters"),
          off(
              "mail.dkim-key-file",
              FILE,
              "That key: RSA, 2048 bits, PEM. openssl genrsa -out dkim.pem 2048",
              "/etc/joinvoices/dkim.pem"),
          off(
              "mail.bounces.address",
              EMAIL,
              "Where mails come back to: the envelope sender of every mail, with +TOKEN before its @, so the domain must take such addresses. Left out, bounces go to mail.from, and nobody is told that an address does not exist.",
              "bounces@letters.example.org"),
          off(
              "mail.bounces.mailbox",
              IMAP_ADDRESS,
              "Server that keeps the inbox of that address, read every minute. What tells of a mail of ours is deleted, all else is marked as read.",
              "imaps://mail.example.org"),
          off("mail.bounces.user", TEXT, "Login there.", "bounces"),
          off("mail.bounces.password", TEXT, "Its password.", EXAMPLE_SECRET),
          off(
              "house.key",
              TEXT,
              "API key of the House's CWC gateway. Without it messages to the House wait, and pages say so.",
              EXAMPLE_SECRET),
          usual("house.url", WEB_ADDRESS, "https://cwc.house.gov", "The House's gateway."),
          usual(
              "house.timeout",
              SECONDS,
              "30",
              "Seconds to wait for the House's answer before we call it unclear and a person must look."),
          usual(
              "house.per-second",
              RATE,
              "10",
              "Most messages a second to the House. Its operator has been reported to advise 5 to 10; agree on more before you set more."),
          usual(
              "house.validate",
              TRUE_OR_FALSE,
              "true",
              "Ask the House first whether it would take a message, at another address of the same gateway where nothing is stored: two calls for each message. false only where its gateway does not offer that."),
          off(
              "senate.key",
              TEXT,
              "API key of the Senate's gateway. Without it messages to the Senate wait, and pages say so.",
              EXAMPLE_SECRET),
          usual("senate.url", WEB_ADDRESS, "https://soapbox.senate.gov", "The Senate's gateway."),
          usual("senate.timeout", SECONDS, "30", "Seconds to wait for the Senate's answer."),
          usual("senate.per-second", RATE, "10", "Most messages a second to the Senate, as above."),
          usual(
              "delivery.per-office-per-minute",
              RATE,
              "60",
              "Most messages a minute to one office, whichever way they leave. A tenth of the usual pace of a gateway: a letter of one district cannot flood its office, and a letter of the whole country ends no later for it, as a senator of the largest state gets some 36 of 600 messages."),
          off(
              "delivery.hours",
              OFFICE_HOURS,
              "Days and hours in Washington at which messages to offices leave; each day begins up to ten minutes late, so that not all houses start at the stroke. Within 48 hours of its deadline a letter's messages leave at any hour. Left out, they always do: gateways take them at night too, but for their maintenance, which is kept in any case.",
              "Mon-Fri 08:00-18:00"),
          off(
              "agent.name",
              TEXT,
              "Delivery agent, exactly as registered with the gateways; needed with either key.",
              "Example Letters"),
          off(
              "agent.ack-email",
              EMAIL,
              "Where gateways send acknowledgements.",
              "ack@letters.example.org"),
          off(
              "agent.contact-name",
              TEXT,
              "Whom the gateways' operators ask for.",
              "Example Operator"),
          off(
              "agent.contact-email",
              EMAIL,
              "That person's mailbox.",
              "operator@letters.example.org"),
          off("agent.contact-phone", PHONE, "That person's telephone.", "202-555-0142"),
          usual(
              "new-congress.quiet-before",
              DAYS,
              "1",
              "Days before a new Congress begins (at noon in Washington on 3 January of odd years) from which on messages to Congress wait: whoever reads them then would be gone."),
          usual(
              "new-congress.quiet-after",
              DAYS,
              "4",
              "Days after it until they wait. New members' offices open, gateways list them anew, and the public files of members follow in two days or more."),
          usual(
              "limits.per-network-per-hour",
              COUNT,
              "300",
              "Signatures an hour from one network (a /24 of IPv4, a /56 of IPv6) that are nothing unusual. What comes beyond is stored and confirmed as ever, but counts only when an organizer has looked at it; twenty times as many are asked to wait. For an event in one place make an event code instead of raising this. Needs listen.proxies to be right, or all visitors look like one."),
          usual(
              "limits.per-domain-per-minute",
              COUNT,
              "300",
              "Signatures a minute under one letter, with addresses of one mail domain, that are nothing unusual; beyond as above. Domains with a rule in mailboxes.rules-file are not measured: half of all people share them."),
          off(
              "mailboxes.rules-file",
              FILE,
              "When two addresses are one mailbox (dots, tags), a line for each mail domain, instead of the list that comes with the program; a line \"include shipped\" takes that in. Each letter keeps the rules it was first signed under, so that nobody is counted twice by a change.",
              "/etc/joinvoices/mailboxes.txt"),
          off(
              "mailboxes.throwaway-file",
              FILE,
              "Mail domains that give anybody a mailbox for some minutes, one on a line, instead of the short list that comes with the program; a line \"include shipped\" takes that in. Who signs with one is not refused: an organizer looks first.",
              "/etc/joinvoices/throwaway.txt"),
          usual(
              "geocoder.kind",
              GEOCODER,
              "off",
              "Who is asked where a street lies, for one in five whose ZIP code has several House districts: census (the U.S. Census Bureau's geocoder), nominatim or photon (servers with data of OpenStreetMap). They are told street, city, state and ZIP code, which the form and the privacy notice then say. off: nobody is asked, and signers choose among the districts."),
          off(
              "geocoder.url",
              WEB_ADDRESS,
              "A server of your own. Left out, the public server of that kind; those of nominatim and photon are meant for few questions, so that we ask at most one a second there.",
              "https://nominatim.example.org"),
          usual(
              "geocoder.timeout",
              SECONDS_AND_TENTHS,
              "1.5",
              "Seconds a signature waits for it at most. Without an answer the ZIP code decides as if it were off."));

  private Reference() {}

  /** As a file: what must be set stands open, all else is commented out with its usual value. */
  static String text() {
    var text = new StringBuilder(HEAD);
    for (Setting setting : SETTINGS) {
      String open = setting.need() == Need.ALWAYS ? "" : "#";
      text.append('\n')
          .append(comment(setting.meaning()))
          .append("# (%s; environment: %s)%n".formatted(setting.kind().word(), setting.variable()))
          .append("%s%s = %s%n".formatted(open, setting.key(), setting.example()));
    }
    return text.toString();
  }

  /** Wrapped, so that it can be read in any editor. */
  private static String comment(String meaning) {
    return meaning.replaceAll("(.{1,98})(?: +|$)", "# $1\n");
  }

  private static Setting needed(String key, SettingKind kind, String meaning, String example) {
    return new Setting(key, kind, Optional.empty(), Need.ALWAYS, meaning, example);
  }

  private static Setting usual(String key, SettingKind kind, String standard, String meaning) {
    return new Setting(key, kind, Optional.of(standard), Need.OPTIONAL, meaning, standard);
  }

  private static Setting off(String key, SettingKind kind, String meaning, String example) {
    return new Setting(key, kind, Optional.empty(), Need.OPTIONAL, meaning, example);
  }
}
