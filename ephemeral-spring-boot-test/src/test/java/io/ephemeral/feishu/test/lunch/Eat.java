package io.ephemeral.feishu.test.lunch;

import io.ephemeral.feishu.action.TypedAction;

record Eat(String dish) implements TypedAction {

}
