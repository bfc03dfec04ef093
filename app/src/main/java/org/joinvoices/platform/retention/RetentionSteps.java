package org.joinvoices.platform.retention;

import java.util.List;

/** All that one capability forgets in time. A Spring bean, so that the nightly run finds it. */
@FunctionalInterface
public interface RetentionSteps {

  List<RetentionStep> list();
}
