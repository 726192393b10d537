using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Health;

/// <summary>What the routes of health do.</summary>
internal static class HealthOperations
{
    public static readonly Operation Live = new("readLiveness", OperationTags.Health, new("โปรเซสทำงานอยู่", "Whether the process lives."), Answer.Done("Health"));
    public static readonly Operation Ready = new("readReadiness", OperationTags.Health, new("พร้อมตอบ", "Whether it can answer."), Answer.Done("Health")) { Refusals = [ProblemKinds.NotReady] };
}
