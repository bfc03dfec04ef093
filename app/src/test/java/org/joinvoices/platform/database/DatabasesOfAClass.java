package org.joinvoices.platform.database;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Drops a test class's databases after it, without being asked (META-INF/services): some hundred of
 * them would slow down the rest, and take half a minute to delete when the process ends.
 */
public final class DatabasesOfAClass implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    TestDatabase.dropAll();
  }
}
