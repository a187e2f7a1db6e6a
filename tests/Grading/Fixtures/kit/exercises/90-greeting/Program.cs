Greeting.Run(["Ann"]);
