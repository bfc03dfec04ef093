package org.joinvoices.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.ReleaseInputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Under which names borders say whose they are. */
final class BorderProperties {

  @Option(
      names = "--state-property",
      paramLabel = "NAME",
      description = "property of borders that has the state; default state, STATEFP or STATEFP20")
  private @Nullable String state;

  @Option(
      names = "--district-property",
      paramLabel = "NAME",
      description = "property of borders that has the district; default district or CDnnnFP")
  private @Nullable String district;

  ReleaseInputs inputs(List<Path> places, String name) {
    return new ReleaseInputs(
        places, name, Optional.ofNullable(state), Optional.ofNullable(district));
  }
}
