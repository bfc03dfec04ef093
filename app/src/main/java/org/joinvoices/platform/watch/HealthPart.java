package org.joinvoices.platform.watch;

import java.util.function.BooleanSupplier;

/**
 * Something a running house needs, as {@code /health} names it. A Spring bean.
 *
 * @param name such as {@code mail}
 * @param vital whether a house without it should get no visitors
 * @param well looks at it; throwing counts as no
 */
public record HealthPart(String name, boolean vital, BooleanSupplier well) {}
