package org.joinvoices.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a demo is reached; noted in its home, so that commands print links that open. */
record DemoAddress(String url) {

  private static final String FILE = "demo.address";
  private static final int USUAL_PORT = 8080;

  static DemoAddress at(int port) {
    return new DemoAddress("http://localhost:" + port);
  }

  /** As the last demo of this home noted it; before the first, where it usually runs. */
  static DemoAddress of(Path home) {
    try {
      return new DemoAddress(Files.readString(home.resolve(FILE)).strip());
    } catch (NoSuchFileException _) {
      return at(USUAL_PORT);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + home.resolve(FILE), e);
    }
  }

  void note(Path home) {
    try {
      Files.writeString(home.resolve(FILE), url + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + home.resolve(FILE), e);
    }
  }
}
