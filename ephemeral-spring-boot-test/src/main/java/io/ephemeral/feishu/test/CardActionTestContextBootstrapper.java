package io.ephemeral.feishu.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Bootstrapper of the context of a {@link CardActionTest}.
 */
final class CardActionTestContextBootstrapper extends TestSliceTestContextBootstrapper<CardActionTest> {

}
