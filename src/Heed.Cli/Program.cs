using Heed.Cli;

return await HeedProgram.Run(args);
