package org.joinvoices.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.joinvoices.districts.BatchGeocoder;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.GeocoderKind;
import org.joinvoices.districts.Geocoders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --geocoder}: who is asked where a street lies; nobody without it. */
final class GeocoderOption {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** The Bureau takes minutes for ten thousand. */
  private static final Duration BATCH_TIMEOUT = Duration.ofMinutes(15);

  private static final String USER_AGENT = "JoinVoices (joinvoices match)";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec command;

  @Option(
      names = "--geocoder",
      paramLabel = "KIND",
      description =
          "census, nominatim or photon is told the address where a ZIP code leaves several districts")
  private String kind = "";

  @Option(
      names = "--geocoder-url",
      paramLabel = "URL",
      description = "a server of your own instead of the public one of that kind")
  private @Nullable URI url;

  /** Whose terms and whose server; empty where nobody is asked. */
  Optional<GeocoderKind> kind() {
    if (kind.isEmpty()) {
      if (url != null) {
        throw wrong("--geocoder-url needs --geocoder, which says of what kind the server is.");
      }
      return Optional.empty();
    }
    return Optional.of(
        GeocoderKind.parse(kind)
            .orElseThrow(
                () ->
                    wrong("--geocoder should be census, nominatim or photon, not '" + kind + "'")));
  }

  Optional<Geocoder> one() {
    return kind().map(some -> Geocoders.open(some, server(some), TIMEOUT, USER_AGENT));
  }

  /**
   * @throws ParameterException if it is not the one that takes many at once
   */
  Optional<BatchGeocoder> many() {
    return kind().map(this::census);
  }

  private BatchGeocoder census(GeocoderKind some) {
    if (some != GeocoderKind.CENSUS) {
      throw wrong("With --csv only --geocoder census is there: the others take one at a time.");
    }
    return Geocoders.census(server(some), BATCH_TIMEOUT, USER_AGENT);
  }

  /** Which one it is. */
  String name() {
    return kind().map(some -> some.word() + " " + server(some)).orElse("off");
  }

  private URI server(GeocoderKind some) {
    if (url == null) {
      return some.publicServer();
    }
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw wrong("--geocoder-url should be a whole address, like https://nominatim.example.org");
    }
    return URI.create(url.toString().replaceFirst("/+$", ""));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
