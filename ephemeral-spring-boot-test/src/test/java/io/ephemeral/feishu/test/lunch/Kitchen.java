package io.ephemeral.feishu.test.lunch;

interface Kitchen {

	void cook(String dish);

}
