package org.joinvoices.platform.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What settings must be together: nothing that would betray those who sign, or only seem to work.
 */
final class OperatorRules {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final List<String> AGENT =
      List.of(
          "agent.name",
          "agent.ack-email",
          "agent.contact-name",
          "agent.contact-email",
          "agent.contact-phone");

  private static final List<String> DATABASE =
      List.of(
          "database.user", "database.password", "database.owner-user", "database.owner-password");

  private static final List<String> BOUNCES =
      List.of(
          "mail.bounces.address",
          "mail.bounces.mailbox",
          "mail.bounces.user",
          "mail.bounces.password");

  private OperatorRules() {}

  /** Sentences; empty when all is well. */
  static List<String> faults(OperatorSettings settings) {
    List<String> faults = new ArrayList<>();
    address(settings, faults);
    management(settings, faults);
    masterKey(settings, faults);
    keyStore(settings, faults);
    database(settings, faults);
    mail(settings, faults);
    gateways(settings, faults);
    geocoder(settings, faults);
    return faults;
  }

  private static void address(OperatorSettings settings, List<String> faults) {
    var base = URI.create(settings.get("base-url"));
    if (base.getScheme().equals("http") && !THIS_MACHINE.contains(base.getHost())) {
      faults.add(
          "base-url begins with http://, so names would travel in clear. Begin it with https://.");
    }
    if (!isLoopback(settings.get("listen.address")) && !settings.isOn("listen.tls-in-front")) {
      faults.add(
          "listen.address can be reached from other machines without TLS. Listen on 127.0.0.1 behind a"
              + " proxy, or say listen.tls-in-front = true where nothing but such a proxy reaches this port.");
    }
  }

  private static void management(OperatorSettings settings, List<String> faults) {
    if (settings.find("management.port").equals(settings.find("listen.port"))) {
      faults.add(
          "management.port is listen.port too, so that visitors could read it. Choose another.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void masterKey(OperatorSettings settings, List<String> faults) {
    var key = settings.path("master-key-file");
    if (key.startsWith(settings.path("home"))) {
      faults.add(
          "master-key-file lies in the home, so that whoever finds a copy of the home reads everything."
              + " Keep it elsewhere.");
    } else if (!Files.isReadable(key)) {
      faults.add(
          "master-key-file cannot be read. For a new house make one: ./joinvoices make-key FILE.");
    }
  }

  private static void keyStore(OperatorSettings settings, List<String> faults) {
    if (settings.path("key-store").startsWith(settings.path("home"))) {
      faults.add(
          "key-store lies in the home, so that a copy of the home keeps keys that are to be destroyed."
              + " Keep it elsewhere.");
    }
  }

  private static void database(OperatorSettings settings, List<String> faults) {
    together(settings, faults, "database.url", DATABASE);
    if (settings.find("database.user").equals(settings.find("database.owner-user"))
        && settings.find("database.user").isPresent()) {
      faults.add(
          "database.user is the owner too, so that the server could change what is append only. Make a"
              + " role of its own.");
    }
  }

  private static void mail(OperatorSettings settings, List<String> faults) {
    together(settings, faults, "mail.user", List.of("mail.password"));
    together(settings, faults, "mail.dkim-selector", List.of("mail.dkim-key-file"));
    together(settings, faults, "mail.dkim-key-file", List.of("mail.dkim-selector"));
    if (settings.find("mail.dkim-key-file").isPresent()
        && !Files.isReadable(settings.path("mail.dkim-key-file"))) {
      faults.add(
          "mail.dkim-key-file cannot be read. Make one: openssl genrsa -out FILE 2048, and let only the"
              + " server's user read it.");
    }
    together(settings, faults, "mail.bounces.address", BOUNCES);
    together(settings, faults, "mail.bounces.mailbox", BOUNCES);
    settings
        .find("mail.bounces.mailbox")
        .map(URI::create)
        .filter(mailbox -> mailbox.getScheme().equals("imap"))
        .filter(mailbox -> !THIS_MACHINE.contains(mailbox.getHost()))
        .ifPresent(
            mailbox ->
                faults.add(
                    "mail.bounces.mailbox begins with imap://, so its password would travel in clear."
                        + " Begin it with imaps://."));
    if (settings.find("mail.password").isPresent() && !settings.isOn("mail.tls")) {
      faults.add("mail.password would travel in clear. Say mail.tls = true.");
    }
  }

  private static void gateways(OperatorSettings settings, List<String> faults) {
    together(settings, faults, "house.key", AGENT);
    if (settings.find("house.key").isEmpty()) {
      together(settings, faults, "senate.key", AGENT);
    }
  }

  private static void geocoder(OperatorSettings settings, List<String> faults) {
    settings
        .find("geocoder.url")
        .map(URI::create)
        .filter(url -> url.getScheme().equals("http") && !THIS_MACHINE.contains(url.getHost()))
        .ifPresent(
            url ->
                faults.add(
                    "geocoder.url begins with http://, so addresses would travel in clear. Begin it"
                        + " with https://."));
  }

  private static void together(
      OperatorSettings settings, List<String> faults, String key, List<String> others) {
    if (settings.find(key).isPresent()) {
      others.stream()
          .filter(other -> settings.find(other).isEmpty())
          .forEach(other -> faults.add(other + " is missing; " + key + " needs it."));
    }
  }
}
