package io.ephemeral.feishu.test.lunch;

import io.ephemeral.feishu.action.SealedAction;
import io.ephemeral.feishu.action.TypedAction;

@SealedAction
record Pay(int cents) implements TypedAction {

}
