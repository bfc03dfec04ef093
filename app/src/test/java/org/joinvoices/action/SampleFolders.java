package org.joinvoices.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;

/** Publishing folders of letters that are made up for testing. */
public final class SampleFolders {

  private SampleFolders() {}

  /** A letter that does not write to Congress: to a foreign minister and one with a single name. */
  public static ActionFolder minister() {
    try {
      var settings =
          Objects.requireNonNull(SampleFolders.class.getResource("minister/action.yaml"));
      return ActionFolder.read(Objects.requireNonNull(Path.of(settings.toURI()).getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@link #minister()}, published. */
  public static Action publishedMinister(DataSource database) {
    return switch (new Publishing(database).publish(minister(), SampleActions.OPEN)) {
      case Publication.Accepted accepted -> accepted.action();
      case Publication.Refused refused -> throw new IllegalStateException("" + refused.faults());
    };
  }
}
